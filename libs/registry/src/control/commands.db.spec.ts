import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ControlMessage } from '@haven/config';
import { findServices } from '../search/find-services.js';
import type { ImportLine, ImportSummary } from '../report/import-report.js';
import { registerOrganization } from '../entries/register-organization.js';
import { registerService } from '../entries/register-service.js';
import { coordinator, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { registryCommands } from './commands.js';

/** Tables of a publisher whose ids count from 1. */
const tables = (publisher: string): { readonly [file: string]: string } => ({
  'organizations.csv': `id,name,description\n1,${publisher},d\n`,
  'services.csv': `id,organization_id,name,description,status\n1,1,${publisher} Emergency Shelter,Provides emergency shelter,active\n`,
  'locations.csv': `id,organization_id,name,location_type,latitude,longitude\n1,1,${publisher} House,physical,5${publisher.length % 10},-2.2\n`,
  'physical_addresses.csv': `id,location_id,address_1,city,state_province,postal_code,country\n1,1,${publisher} Street 1,Town,X,00000,GB\n`,
  'services_at_location.csv': 'id,service_id,location_id\n1,1,1\n',
  'attributes.csv': `id,link_id,link_entity,value,taxonomy_term_id\n1,1,service,${publisher},1\n`,
  'taxonomy_terms.csv': `id,code,name,description\n1,${publisher},${publisher},d\n`,
});

interface Imported {
  readonly summary: ImportSummary;
  readonly sources: readonly string[];
}

describe('directories of several publishers at the command line', () => {
  let on: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    on = await openTestRegistry();
    folder = await mkdtemp(join(tmpdir(), 'haven-sources-'));
  });
  afterAll(async () => {
    await on.close();
    await rm(folder, { recursive: true });
  });

  async function write(path: string, publisher: string): Promise<string> {
    await mkdir(join(folder, path), { recursive: true });
    for (const [file, text] of Object.entries(tables(publisher))) await writeFile(join(folder, path, file), text);
    return join(folder, path);
  }
  async function ask(registry: TestRegistry, request: { command: 'import' | 'export' } & Record<string, unknown>) {
    const told: ControlMessage[] = [];
    const run = registryCommands(registry.registry, async () => {})[request.command] as (one: unknown, tell: unknown) => Promise<void>;
    await run(request, async (message: ControlMessage) => void told.push(message));
    const reports = told.flatMap((message) => ('report' in message ? [message.report as ImportLine] : []));
    const [result] = told.flatMap((message) => ('result' in message ? [message.result] : []));
    return { codes: reports.flatMap(({ code }) => code ?? []), result };
  }
  async function load(path: string, { source = null, into = on }: { source?: string | null; into?: TestRegistry } = {}) {
    const { codes, result } = await ask(into, { command: 'import', path, dryRun: false, source });
    const { summary, sources } = result as Imported;
    const changed = Object.values(summary).reduce((sum, { stored, skipped }) => sum + stored + skipped, 0);
    return { codes, sources, changed };
  }
  const views = async (registry = on) => {
    const query = { categories: null, languages: null, country: null, organizationId: null, within: null, after: null, text: null };
    const page = await findServices(registry.registry, { ...query, first: 100 });
    return page.items.map(({ view }) => ({ ...view, version: 0 }));
  };
  const names = async () =>
    (await views()).map(({ name, organization, locations }) => [name, organization.name, locations[0]?.address ?? null]);

  it('are stored under the names of their folders, and a second import changes nothing', async () => {
    const [a, b] = [await write('first', 'Alpha Council'), await write('b', 'Bravo Directory')];
    expect((await load(a)).sources).toEqual(['first']);
    expect((await load(b)).sources).toEqual(['b']);
    const both = [
      ['Alpha Council Emergency Shelter', 'Alpha Council', 'Alpha Council Street 1'],
      ['Bravo Directory Emergency Shelter', 'Bravo Directory', 'Bravo Directory Street 1'],
    ];
    expect(await names()).toEqual(both);
    for (const path of [a, b, join(b, 'services.csv')]) expect(await load(path)).toMatchObject({ changed: 0 });
    expect((await views())[0]).toMatchObject({ id: '1', organization: { id: '1' }, locations: [{ id: '1' }] });
  });

  it('are kept apart even if their folders have the same name, or one replaces the other', async () => {
    const third = await write('elsewhere/b', 'Third');
    expect(await load(third)).toMatchObject({ sources: ['b-2'], codes: expect.arrayContaining(['SOURCE_KEPT_APART']) });
    await write('b', 'Fourth');
    expect((await load(join(folder, 'b'))).sources).toEqual(['b-3']);
    expect((await views()).length).toBe(4);
    expect(await load(third)).toMatchObject({ sources: ['b-2'], changed: 0 });
  });

  it('are kept apart even if they have one organization of the same name, or another one replaces it with its services', async () => {
    const path = await write('dl', 'Caritas');
    expect((await load(path)).sources).toEqual(['dl']);
    const other = tables('Caritas');
    await writeFile(join(path, 'services.csv'), other['services.csv']!.replace('1,1,Caritas Emergency Shelter', 's1,1,Night shelter'));
    await writeFile(join(path, 'services_at_location.csv'), other['services_at_location.csv']!.replace('1,1,1', '1,s1,1'));
    await writeFile(join(path, 'physical_addresses.csv'), other['physical_addresses.csv']!.replace('Street 1', 'Road 9'));
    expect(await load(path)).toMatchObject({ sources: ['dl-2'], codes: expect.arrayContaining(['SOURCE_KEPT_APART']) });
    await writeFile(join(path, 'organizations.csv'), 'id,name,description\nB1,Bishop,d\n');
    await writeFile(join(path, 'services.csv'), other['services.csv']!.replace('1,1,Caritas Emergency Shelter', '1,B1,Legal aid'));
    await writeFile(join(path, 'services_at_location.csv'), 'id,service_id,location_id\n1,1,1\n');
    await writeFile(join(path, 'physical_addresses.csv'), other['physical_addresses.csv']!.replace('Street 1', 'Lane 5'));
    expect(await load(path)).toMatchObject({ sources: ['dl-3'], codes: expect.arrayContaining(['SOURCE_KEPT_APART']) });
    const own = (await names()).filter(([, organization]) => ['Caritas', 'Bishop'].includes(organization!));
    expect(own.map(([name, , address]) => [name, address]).sort()).toEqual([
      ['Caritas Emergency Shelter', 'Caritas Street 1'],
      ['Legal aid', 'Caritas Lane 5'],
      ['Night shelter', 'Caritas Road 9'],
    ]);
  });

  it('leave no name behind if there is nothing to read', async () => {
    await mkdir(join(folder, 'typo', 'late'), { recursive: true });
    await load(join(folder, 'typo', 'late'));
    expect((await load(await write('late', 'Late'))).sources).toEqual(['late']);
  });

  it('are recognized under another name, and under a given name', async () => {
    const later = await write('a-2026-02', 'Alpha Council');
    expect(await load(later)).toMatchObject({ sources: ['first'], changed: 0, codes: expect.arrayContaining(['SOURCE_RECOGNISED']) });
    const given = await load(later, { source: 'mine' });
    expect(given.sources).toEqual(['mine']);
    expect((await names()).filter(([, name]) => name === 'Alpha Council').length).toBe(2);
    expect(await load(await write('a-2026-02', 'Fifth'), { source: 'mine' })).toMatchObject({
      sources: ['mine'],
      codes: expect.arrayContaining(['SOURCE_CONTRADICTED']),
    });
  });

  it.each(['csv', 'json', 'ndjson'])(
    'are exported to one folder each (%s), with their own ids, and importing that changes nothing',
    async (format) => {
      const organization = (await registerOrganization(on.registry, coordinator, {
        ...on.command(),
        name: 'Entered',
        description: null,
      })) as {
        id: string;
      };
      await registerService(on.registry, coordinator, { ...on.command(), organizationId: organization.id, service: shelter });
      await registerService(on.registry, coordinator, {
        ...on.command(),
        organizationId: '1',
        service: { ...shelter, name: 'Entered at Alpha' },
      });
      const before = await views();
      const out = join(folder, `out-${format}`);
      await ask(on, { command: 'export', path: out, format });
      expect((await readdir(out)).sort()).toEqual([
        'b',
        'b-2',
        'b-3',
        'dl',
        'dl-2',
        'dl-3',
        'first',
        'haven',
        'haven-sources.json',
        'late',
        'mine',
      ]);
      for (const source of ['first', 'b', 'b-2', 'b-3', 'mine'])
        expect([source, await readFile(join(out, source, `services.${format}`), 'utf8')]).toEqual([
          source,
          expect.stringMatching(format === 'csv' ? /^1,1,/m : /"id":"1","name":"[\w ]+ Emergency Shelter"/),
        ]);
      expect(await load(out)).toMatchObject({ changed: 0 });
      expect(await views()).toEqual(before);

      const elsewhere = await openTestRegistry();
      await load(out, { into: elsewhere });
      expect(await views(elsewhere)).toEqual(before);
      await elsewhere.close();
    },
  );

  it.each(['json', 'ndjson'])('are exported to one file (%s) under public ids, and importing that changes nothing', async (format) => {
    const before = await views();
    const out = join(folder, `all.${format}`);
    await ask(on, { command: 'export', path: out, format });
    expect(await load(out)).toMatchObject({ sources: ['haven'], changed: 0 });
    expect(await views()).toEqual(before);
  });

  it('reject one source for an export of several', async () => {
    await expect(load(join(folder, 'out-csv'), { source: 'x' })).rejects.toThrow('several sources');
  });
});
