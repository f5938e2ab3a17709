import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;

/** Tables of a publisher that numbers everything from 1. */
const tables = (publisher: string): Readonly<Record<string, string>> => ({
  'organizations.csv': `id,name,description\n1,${publisher},d\n`,
  'services.csv': `id,organization_id,name,description,status\n1,1,${publisher} Emergency Shelter,Provides emergency shelter,active\n`,
  'locations.csv': `id,organization_id,name,location_type,latitude,longitude\n1,1,${publisher} House,physical,53.4,-2.2\n`,
  'physical_addresses.csv': `id,location_id,address_1,city,state_province,postal_code,country\n1,1,${publisher} Street 1,Town,X,00000,GB\n`,
  'services_at_location.csv': 'id,service_id,location_id\n1,1,1\n',
});

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly organization: { readonly name: string };
  readonly locations: readonly { readonly address: string | null }[];
}

const all = '{ services(first: 100) { edges { node { id name organization { name } locations { address } } } } }';

describeOwn('directories of two publishers with the same ids, imported as the README says', () => {
  let system: OwnSystem;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-publishers-'));
    for (const [name, publisher] of [
      ['a', 'Alpha Council'],
      ['b', 'Bravo Directory'],
    ] as const) {
      await mkdir(join(folder, name));
      for (const [file, text] of Object.entries(tables(publisher))) await writeFile(join(folder, name, file), text);
    }
    system = await startSystem();
  }, 150_000);
  afterAll(async () => {
    await system.remove();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  const services = async (): Promise<readonly Shown[]> =>
    (await system.query<{ services: { edges: { node: Shown }[] } }>(all)).services.edges.map(({ node }) => node);
  const changes = ({ stdout }: { readonly stdout: string }): number =>
    Object.values((JSON.parse(stdout) as { summary: Record<string, { stored: number; skipped: number }> }).summary).reduce(
      (sum, { stored, skipped }) => sum + stored + skipped,
      0,
    );

  it('are stored side by side, the first under its own ids', async () => {
    await system.haven('import', join(folder, 'a'));
    const { stderr } = await system.haven('import', join(folder, 'b'));
    expect(stderr).toMatch(/Source: b\. .*--source NAME/);
    const found = await services();
    expect(found.map(({ name, organization, locations }) => [name, organization.name, locations.map(({ address }) => address)])).toEqual([
      ['Alpha Council Emergency Shelter', 'Alpha Council', ['Alpha Council Street 1']],
      ['Bravo Directory Emergency Shelter', 'Bravo Directory', ['Bravo Directory Street 1']],
    ]);
    expect(found.map(({ id }) => id === '1')).toEqual([true, false]);
  }, 120_000);

  it('are changed one by one, and do not change when they are imported again', async () => {
    for (const name of ['a', 'b']) expect([name, changes(await system.haven('import', join(folder, name)))]).toEqual([name, 0]);
    const before = await services();
    await writeFile(join(folder, 'b', 'services.csv'), tables('Bravo Directory')['services.csv']!.replace('Emergency Shelter', 'Refuge'));
    await system.haven('import', join(folder, 'b'));
    expect(await services()).toEqual([before[0], { ...before[1], name: 'Bravo Directory Refuge' }]);
  }, 120_000);

  it('are exported to one folder each with their own ids', async () => {
    const out = join(folder, 'out');
    await system.haven('export', out, '--format', 'csv');
    expect((await readdir(out)).sort()).toEqual(['a', 'b', 'haven-sources.json']);
    for (const name of ['a', 'b']) expect(await readFile(join(out, name, 'services.csv'), 'utf8')).toMatch(/^1,1,/m);
    expect(changes(await system.haven('import', out))).toBe(0);
  }, 120_000);
});
