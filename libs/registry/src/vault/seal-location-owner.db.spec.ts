import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import { cellToParent } from 'h3-js';
import { havenAttribute, havenCode } from '../hsds/haven-attributes.js';
import type { JsonObject } from '../hsds/record.js';
import { itemsOf, medan, openTestRegistry, sealedAt, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import type { ImportLine, IncomingItem } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';

const exact = { latitude: medan.latitude, longitude: medan.longitude };
const cell = publicCellOf(medan);
const centre = centreOfCell(cell);
const nearby = { latitude: centre.latitude + 0.01, longitude: centre.longitude };
const coarse = cellToParent(cell, 4);

const term = (code: string) => ({ id: `t-${code}`, code, name: code, taxonomy: 'haven' });
const visibility = (id: string) => ({ id: `v-${id}`, value: 'CONFIDENTIAL', taxonomy_term: term('haven:visibility') });
const place = (id: string, position: typeof exact, street: string, attributes: JsonObject[]): JsonObject => ({
  id,
  name: 'Shelter',
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  service_at_locations: [
    {
      id: `at-${id}`,
      location: {
        id: `l-${id}`,
        location_type: 'physical',
        name: 'A house',
        ...position,
        addresses: [{ id: `a-${id}`, address_1: street, city: 'Medan', country: 'ID', address_type: 'physical' }],
        phones: [{ id: `p-${id}`, number: street }],
        attributes,
      },
    },
  ],
});

describe('the sealed part of a place', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  async function load(directory: JsonObject | AsyncGenerator<IncomingItem>, source: string, dryRun = false) {
    const lines: ImportLine[] = [];
    const items = Symbol.asyncIterator in directory ? (directory as AsyncGenerator<IncomingItem>) : itemsOf(directory);
    const summary = await loadDirectory(on.registry, items, { source, dryRun, onLine: (line) => lines.push(line) });
    const refused = lines.filter(({ code }) => code === 'ID_OF_ANOTHER_SOURCE').map(({ object }) => object);
    return { summary, lines, refused };
  }
  const sealed = (id: string) => sealedAt(on.registry, `l-${id}`);

  it.each([true, false])(
    'is not changed by a Haven import, whose report does not reveal whether it guessed right (dry run: %s)',
    async (dryRun) => {
      const id = `guessed-${dryRun}`;
      await load(place(id, exact, 'Jalan Rahasia 77', [visibility(id)]), 'owner');
      const before = await sealed(id);
      const right = await load(place(id, exact, 'Jalan Rahasia 77', [visibility(id)]), 'haven', dryRun);
      const wrong = await load(place(id, nearby, 'Jalan Lain 1', [visibility(id)]), 'haven', dryRun);
      const far = await load(place(id, { latitude: 10, longitude: 10 }, 'Jalan Lain 1', [visibility(id)]), 'haven', dryRun);
      expect([wrong, far]).toEqual([right, right]);
      expect(right.refused.sort()).toEqual(['address', 'attribute', 'location', 'phone']);
      expect(await sealed(id)).toBe(before);
      const again = await load(place(id, exact, 'Jalan Rahasia 77', [visibility(id)]), 'owner');
      expect(Object.values(again.summary).map(({ stored, skipped }) => stored + skipped)).toEqual(
        Object.values(again.summary).map(() => 0),
      );
      await load(place(id, nearby, 'Jalan Baru 2', [visibility(id)]), 'owner');
      expect(await sealed(id)).toContain('Jalan Baru 2');
    },
  );

  it('accepts the public part in a Haven import, as an export of it does', async () => {
    await load(place('shown', exact, 'Jalan Rahasia 77', [visibility('shown')]), 'owner');
    const before = await sealed('shown');
    const {
      phones: _phones,
      attributes: _attributes,
      ...shown
    } = (place('shown', centre, '', []).service_at_locations as JsonObject[])[0]!.location as JsonObject;
    const address = { id: 'a-shown', city: 'Medan', country: 'ID' };
    const exported = {
      ...place('shown', centre, '', []),
      service_at_locations: [{ id: 'at-shown', location: { ...shown, addresses: [address] } }],
    };
    expect((await load(exported, 'haven')).summary).toMatchObject({ location: { unchanged: 1 }, address: { unchanged: 1 } });
    expect(await sealed('shown')).toBe(before);
  });

  it("keeps its owner's data if a Haven import says that the place is confidential", async () => {
    await load(place('said', exact, 'Jalan Rahasia 77', []), 'owner');
    const { refused } = await load(place('said', nearby, 'Jalan Lain 1', [visibility('said')]), 'haven');
    expect(refused.sort()).toEqual(['address', 'location', 'phone']);
    expect(await sealed('said')).toContain('Jalan Rahasia 77');
    expect(await sealed('said')).not.toContain('Jalan Lain');
    expect(await findService(on.registry, 'said')).toMatchObject({ confidential: true, locations: [centre] });
    await load(place('said', nearby, 'Jalan Baru 2', [visibility('said')]), 'owner');
    expect(await sealed('said')).toContain('Jalan Baru 2');
  });

  const filler = Array.from({ length: 500 }, (_, n): IncomingItem => ({
    kind: 'record',
    file: 'f',
    row: n,
    reads: 1,
    record: { object: 'unit', id: `u${n}`, properties: { name: 'n' }, links: [], references: [] },
  }));
  const itemOf = (record: ReturnType<typeof havenAttribute>[number]): IncomingItem => ({
    kind: 'record',
    file: 'f',
    row: 1,
    reads: 1,
    record,
  });

  it.each(['before', 'after'])('keeps its cell if an attribute gives a finer one a batch %s the place', async (when) => {
    const id = `coarse-${when}`;
    const told = havenAttribute({ object: 'location', id: `l-${id}` }, 'attributes', havenCode.publicCell, coarse, 0).map(itemOf);
    const items: IncomingItem[] = [];
    for await (const item of itemsOf(place(id, centreOfCell(coarse), '', [visibility(id)]))) items.push(item);
    await load(
      (async function* () {
        const isPlace = (item: IncomingItem) => item.kind === 'record' && item.record.object === 'location';
        if (when === 'before') yield* [...items.filter((item) => !isPlace(item)), ...filler, ...told, ...filler];
        yield* when === 'before' ? items.filter(isPlace) : items;
        if (when === 'after') yield* [...filler, ...told];
      })(),
      's',
    );
    expect(await on.registry.transaction(({ vault }) => vault.cells([`l-${id}`]))).toEqual(new Map([[`l-${id}`, coarse]]));
    const view = await findService(on.registry, id);
    expect(view).toMatchObject({ confidential: true, locations: [centreOfCell(coarse)] });
    expect(JSON.stringify(view)).toContain(coarse);
    expect(JSON.stringify(view)).not.toContain(publicCellOf(centreOfCell(coarse)));
  });
});
