import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicCellOf } from '@haven/kernel';
import fc from 'fast-check';
import { flatten } from '../domain/hsds/flatten.js';
import type { HsdsRecord, JsonObject, ObjectName } from '../domain/hsds/record.js';
import { medan, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { directorySource } from './export-directory.js';
import { findService } from './find-services.js';
import { publishWaiting } from './publish-services.js';
import { storeRecords } from './store-records.js';

const secret = 'Jalan Rahasia 77';
const more = (id: string): JsonObject => ({
  label: `do not tell: ${secret}`,
  note: { text: secret },
  metadata: [{ id, field_name: 'value', previous_value: secret }],
});
const term = (id: string, code: string) => ({ id, code, name: code, taxonomy: 'haven' });
const service = (id: string): JsonObject => ({
  id: `s ${id}`,
  name: 'Shelter',
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  service_at_locations: [
    {
      id: `at ${id}`,
      location: {
        id: `l ${id}`,
        location_type: 'physical',
        attributes: [
          { id: `v ${id}`, value: 'CONFIDENTIAL', ...more(`m-v ${id}`), taxonomy_term: term('tv', 'haven:visibility') },
          { id: `c ${id}`, value: publicCellOf(medan), ...more(`m-c ${id}`), taxonomy_term: term('tc', 'haven:public-cell') },
          { id: `x ${id}`, value: 'CONFIDENTIAL', ...more(`m-x ${id}`), taxonomy_term: term('tx', 'other') },
        ],
      },
    },
  ],
});
const recordsOf = (object: ObjectName, given: JsonObject): HsdsRecord[] => flatten(object, given).records.map(({ record }) => record);

describe('what marks a place as confidential', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  const store = (records: readonly HsdsRecord[]) =>
    on.registry.transaction((tx) => storeRecords(tx, { source: 's', heldBy: null }, records));
  const sealed = (id: string) =>
    on.registry.transaction(async ({ vault }) => Object.keys((await vault.open([`l ${id}`])).get(`l ${id}`)?.records ?? {}));

  it('says nothing else, in whatever order and steps it comes, and what hangs on it is sealed', async () => {
    let count = 0;
    const places = [...recordsOf('service', service('')).keys()];
    const order = fc.shuffledSubarray(places, { minLength: places.length });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 4 }), async (turns, step) => {
        const id = `${(count += 1)}`;
        const records = turns.map((turn) => recordsOf('service', service(id))[turn]!);
        for (let at = 0; at < records.length; at += step) await store(records.slice(at, at + step));
        expect(await on.whereIs(secret)).toEqual([]);
        const metadata = ['v', 'c', 'x'].map((one) => `metadata:m-${one} ${id}`);
        expect(await sealed(id)).toEqual(expect.arrayContaining([...metadata, `attribute:x ${id}`]));
      }),
      { numRuns: 20 },
    );
  });

  it('is published and exported as that only, also when more was stored of it before', async () => {
    await store(recordsOf('service', service('told')));
    const label = { label: secret, note: secret };
    await on.registry.transaction(async ({ records }) => {
      const marks = await records.get(['v told', 'c told'].map((id) => ({ object: 'attribute', id })));
      await records.put(
        's',
        marks.map((mark) => ({ ...mark, properties: { ...mark.properties, ...label } })),
      );
    });
    await publishWaiting(on.registry);
    expect(JSON.stringify(await findService(on.registry, 's told'))).not.toContain(secret);
    const told = (await findService(on.registry, 's told'))?.hsds.service_at_locations as JsonObject[];
    expect((told[0]!.location as JsonObject).attributes).toMatchObject([{ value: 'CONFIDENTIAL' }, { value: publicCellOf(medan) }]);
    const exported: HsdsRecord[] = [];
    for await (const record of directorySource(on.registry).records('attribute')) exported.push(record);
    expect(exported.map(({ id }) => id)).toEqual(expect.arrayContaining(['v told', 'c told']));
    expect(JSON.stringify(exported)).not.toContain(secret);
  });

  it.each(['v', 'c'])('takes what is told of it later to the place: %s', async (mark) => {
    await store(recordsOf('service', service(`later ${mark}`)));
    const owner = { resource_id: `${mark} later ${mark}`, resource_type: 'Attribute' };
    await store(recordsOf('metadata', { id: `new ${mark}`, ...owner, field_name: 'value', previous_value: 'Jalan Lama 5' }));
    expect(await on.whereIs('Jalan Lama 5')).toEqual([]);
    expect(await sealed(`later ${mark}`)).toContain(`metadata:new ${mark}`);
  });
});
