import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import { storeInAnyOrder } from '../any-order.fixture.js';
import type { HsdsRecord, JsonObject } from '../hsds/record.js';
import { readDirectory } from '../exchange/read-directory.js';
import { coordinator, itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import type { ImportLine, IncomingItem } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';
import { updateService } from '../entries/update-service.js';

const secrets = ['Rahasia', '3.5951', '98.6722', 'do not tell'];
const centre = centreOfCell(publicCellOf(medan));
const term = { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' };
const holders = ['service', 'service_at_location', 'organization', 'address'] as const;
type Holder = (typeof holders)[number];

const tag = (id: string, value: string): JsonObject => ({
  id: `v ${id}`,
  value,
  ...(value !== 'PUBLIC' && { label: 'do not tell: Jalan Rahasia 77' }),
  taxonomy_term: term,
});

/** A service at one place, with the visibility tag on another record. */
function tagged(id: string, holder: Holder | null, value = 'secret', more: JsonObject = {}): JsonObject {
  const attributes = (at: Holder): JsonObject => (at === holder ? { attributes: [tag(id, value)] } : {});
  return {
    id: `s ${id}`,
    name: 'Shelter',
    status: 'active',
    organization: { id: `o ${id}`, name: 'O', description: 'd', ...attributes('organization') },
    service_at_locations: [
      {
        id: `at ${id}`,
        description: 'Ring at Jalan Rahasia 77',
        location: {
          id: `l ${id}`,
          location_type: 'physical',
          name: 'House',
          latitude: medan.latitude,
          longitude: medan.longitude,
          addresses: [
            {
              id: `a ${id}`,
              address_1: 'Jalan Rahasia 77',
              city: 'Medan',
              country: 'ID',
              address_type: 'physical',
              ...attributes('address'),
            },
          ],
          ...more,
        },
        ...attributes('service_at_location'),
      },
    ],
    ...attributes('service'),
  };
}

const unit: HsdsRecord = { object: 'unit', id: 'u', properties: { name: 'n' }, links: [], references: [] };

describe('a visibility tag on a record that is no place', () => {
  let on: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-elsewhere-'));
    on = await openTestRegistry();
  });
  afterAll(async () => {
    await on.close();
    await rm(folder, { recursive: true });
  });

  const found = async () => (await Promise.all(secrets.map((text) => on.whereIs(text)))).flat();
  const expectHidden = async (id: string) => {
    expect(await findService(on.registry, `s ${id}`)).toMatchObject({ confidential: true, locations: [{ ...centre, precision: 'AREA' }] });
    expect(await found()).toEqual([]);
  };
  async function load(items: AsyncIterable<IncomingItem>, source = 's') {
    const lines: ImportLine[] = [];
    const summary = await loadDirectory(on.registry, items, { source, onLine: (line) => lines.push(line) });
    return { summary, tags: lines.filter(({ object }) => object === 'attribute').map(({ code, id }) => [code, id]) };
  }

  it.each(holders)('hides the places behind it, and reports that: %s', async (holder) => {
    const { tags } = await load(itemsOf(tagged(holder, holder)));
    await expectHidden(holder);
    expect(tags).toContainEqual(['MARK_ELSEWHERE', `v ${holder}`]);
    const again = await load(itemsOf(tagged(holder, holder)));
    expect(Object.values(again.summary).map(({ skipped }) => skipped)).toEqual(Object.values(again.summary).map(() => 0));
    await load(itemsOf(tagged(holder, null)));
    await load(itemsOf(tagged(holder, holder, 'PUBLIC')));
    await expectHidden(holder);
  });

  it.each(holders)('hides what was shown before: %s', async (holder) => {
    const id = `shown ${holder}`;
    await load(itemsOf(tagged(id, null)));
    expect(await findService(on.registry, `s ${id}`)).toMatchObject({ locations: [{ precision: 'EXACT' }] });
    await load(itemsOf(tagged(id, holder)), 's');
    await expectHidden(id);
  });

  it('hides whatever comes later', async () => {
    const later = { ...tagged('later', null), service_at_locations: [] };
    await load(itemsOf({ ...later, attributes: [tag('later', '')] }));
    await load(itemsOf(tagged('later', null)));
    await expectHidden('later');
  });

  it.each(holders)('hides it whatever the order and batches of its records: %s', async (holder) => {
    await storeInAnyOrder(on, holder, (id) => tagged(id, holder), { look: expectHidden, runs: 8 });
  });

  /** More than one batch of each, so that a place is stored long before the record that leads to it is read. */
  const many = Array.from({ length: 520 }, (_, n) => n);
  const tables = (id: string, attribute: string): { readonly [file: string]: string } => ({
    'attributes.csv': `id,link_id,link_entity,value,taxonomy_term_id\nV${id},${attribute},secret,tv\n`,
    'locations.csv': `id,location_type,name,latitude,longitude\n${many
      .map((n) => `L${id}-${n},physical,House,${n === 0 ? `${medan.latitude},${medan.longitude}` : '5,95'}`)
      .join('\n')}\n`,
    'addresses.csv': `id,location_id,address_1,city,country,address_type\nA${id},L${id}-0,Jalan Rahasia 77,Medan,ID,physical\n`,
    'organizations.csv': `id,name,description\nO${id},O,d\n`,
    'service_at_location.csv': `id,service_id,location_id,description\nX${id},S${id},L${id}-0,Ring at Jalan Rahasia 77\n`,
    'services.csv': `id,name,status,organization_id\nS${id},Shelter,active,O${id}\n`,
    'taxonomy_terms.csv': 'id,code,name\ntv,haven:visibility,x\n',
  });

  /** Looks after each batch: at that moment there may be an export, a crash or another writer. */
  async function* watched(items: AsyncIterable<IncomingItem>): AsyncGenerator<IncomingItem> {
    let count = 0;
    for await (const item of items) {
      yield item;
      if (item.kind === 'record' && (count += 1) % 500 === 0) expect(await found()).toEqual([]);
    }
  }

  it.each([
    ['service', 'S', 'service'],
    ['service_at_location', 'X', 'service_at_location'],
    ['organization', 'O', 'organization'],
    ['a service of a kind that nobody knows', 'S', 'Dienst'],
    ['a service at a location without a kind', 'X', ''],
    ['an organization of a kind that nobody knows', 'O', 'agency'],
  ])('never shows the place in between, in tables whose rows come in any order: %s', async (kind, letter, entity) => {
    await mkdir(join(folder, kind));
    for (const [file, text] of Object.entries(tables(kind, `${letter}${kind},${entity}`))) await writeFile(join(folder, kind, file), text);
    const { summary } = await load(watched(readDirectory(join(folder, kind))));
    expect(await found()).toEqual([]);
    expect(await findService(on.registry, `S${kind}`)).toMatchObject({ confidential: true, locations: [{ ...centre, precision: 'AREA' }] });
    expect(Object.values(summary).map(({ read }) => read)).toEqual(
      Object.values(summary).map(({ stored, unchanged, skipped }) => stored + unchanged + skipped),
    );
  });

  it.each([
    ['organization', false],
    ['organization', true],
    ['service', false],
  ] as const)(
    'of the %s hides what somebody enters as public, also in the answer (while an import defers it: %s)',
    async (holder, isDeferred) => {
      const id = `entered ${holder} ${isDeferred}`;
      await load(itemsOf(tagged(id, holder)));
      const dying = async function* () {
        for await (const item of itemsOf({ ...tagged(id, null), alternate_name: 'Held' })) yield item;
        yield* Array.from({ length: 500 }, (): IncomingItem => ({ kind: 'record', file: 'f', row: 1, reads: 1, record: unit }));
        throw new Error('killed');
      };
      if (isDeferred) await expect(load(dying())).rejects.toThrow('killed');
      const { version } = (await findService(on.registry, `s ${id}`))!;
      const service = { ...shelter, locations: [{ ...medan, name: 'Entered' }] };
      const command = { idempotencyKey: `key ${id}` };
      const answer = await updateService(on.registry, coordinator, { ...command, id: `s ${id}`, expectedVersion: version, service });
      expect(answer).toMatchObject({ confidential: true, locations: [{ ...centre, name: 'Entered', precision: 'AREA' }] });
      expect(await found()).toEqual([]);
    },
  );

  it('opens nothing, and hides nothing else', async () => {
    const own = { attributes: [{ id: 'v own', value: 'CONFIDENTIAL', taxonomy_term: term }] };
    await load(itemsOf(tagged('public', 'service', 'PUBLIC', own)));
    await expectHidden('public');
    await load(itemsOf(tagged('open', 'service', 'public')));
    expect(await findService(on.registry, 's open')).toMatchObject({ confidential: false, locations: [{ precision: 'EXACT' }] });
    const shared = tagged('open', null).service_at_locations as JsonObject[];
    await load(itemsOf({ ...tagged('beside', 'service'), organization: { id: 'o open', name: 'O', description: 'd' } }));
    expect(await findService(on.registry, 's open')).toMatchObject({ confidential: false });
    await load(itemsOf({ ...tagged('joins', 'service'), service_at_locations: [{ ...shared[0]!, id: 'at joins' }] }));
    expect(await findService(on.registry, 's open')).toMatchObject({ confidential: true });
  });

  it('on a program hides all places of its services', async () => {
    const program = { id: 'p', name: 'Program', description: 'd', attributes: [tag('program', 'secret')] };
    const { tags } = await load(itemsOf({ ...tagged('program', null), program }));
    expect(tags).toContainEqual(['MARK_ELSEWHERE', 'v program']);
    await expectHidden('program');
  });
});
