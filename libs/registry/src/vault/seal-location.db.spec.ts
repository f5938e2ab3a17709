import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceView } from '@haven/events';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import type { JsonObject } from '../hsds/record.js';
import { coordinator, itemsOf, medan, openTestRegistry, sealedAt, shelter, type TestRegistry } from '../registry.fixture.js';
import { directorySource } from '../export/export-directory.js';
import { findService } from '../search/find-services.js';
import type { ImportLine, IncomingItem } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';
import { registerOrganization } from '../entries/register-organization.js';
import { registerService } from '../entries/register-service.js';
import { updateService } from '../entries/update-service.js';

const secret = { ...medan, visibility: 'CONFIDENTIAL' } as const;
const cell = publicCellOf(medan);
const centre = centreOfCell(cell);
const nearby = { ...secret, latitude: centre.latitude + 0.01234567, longitude: centre.longitude - 0.01234567 };

const visibility = { id: 'v', value: 'CONFIDENTIAL', taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' } };
const imported = (id: string, place: { latitude: number; longitude: number }): JsonObject => ({
  id,
  name: 'Imported shelter',
  description: 'd',
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  service_at_locations: [
    {
      id: `at-${id}`,
      location: {
        id: `l-${id}`,
        location_type: 'physical',
        name: 'A house',
        ...place,
        transportation: 'Bus 99 to Geheimstrasse',
        addresses: [
          {
            id: `a-${id}`,
            address_1: 'Geheimstrasse 5',
            city: 'Medan',
            state_province: 'North',
            postal_code: '20111',
            country: 'ID',
            address_type: 'physical',
          },
        ],
        phones: [{ id: `ph-${id}`, number: '+62 999 000 777', languages: [{ id: `la-${id}`, code: 'km', note: 'at Geheimstrasse' }] }],
        attributes: [{ ...visibility, id: `v-${id}` }],
      },
    },
  ],
});

describe('a confidential place', () => {
  let on: TestRegistry;
  let organizationId: string;
  let key = 0;
  const nextKey = () => `key-${(key += 1)}`;

  beforeAll(async () => {
    on = await openTestRegistry();
    organizationId = (
      (await registerOrganization(on.registry, coordinator, { idempotencyKey: nextKey(), name: 'O', description: null })) as {
        id: string;
      }
    ).id;
  });
  afterAll(() => on.close());

  const register = async (place: typeof secret | typeof nearby) =>
    (await registerService(on.registry, coordinator, {
      idempotencyKey: nextKey(),
      organizationId,
      service: { ...shelter, locations: [place] },
    })) as ServiceView;
  const update = async (view: ServiceView, place: typeof secret) =>
    (await updateService(on.registry, coordinator, {
      idempotencyKey: nextKey(),
      id: view.id,
      expectedVersion: view.version,
      service: { ...shelter, locations: [place] },
    })) as ServiceView;
  const sealed = (id: string) => sealedAt(on.registry, id);

  it('is found by its cell, and nothing outside the vault contains more', async () => {
    const view = await register(secret);
    expect(view.confidential).toBe(true);
    expect(view.locations).toEqual([
      { id: expect.any(String), name: 'House', ...centre, precision: 'AREA', address: null, city: 'Medan', country: 'ID' },
    ]);
    for (const text of ['Rahasia', '3.595', '98.672']) expect(await on.whereIs(text)).toEqual([]);
    expect(await on.whereIs('Safe House')).toEqual(
      expect.arrayContaining(['registry.service', 'registry.service_entry', 'registry.outbox']),
    );
    expect(await sealed(view.locations[0]!.id)).toContain('Rahasia');
  });

  it('moves inside its cell without a visible change, and becomes another place outside', async () => {
    const before = await register(secret);
    const same = await update(before, nearby);
    expect(same).toEqual(before);
    expect(await sealed(before.locations[0]!.id)).toContain(String(nearby.latitude));
    const moved = await update(before, { ...secret, latitude: 5.11111 });
    expect(moved.version).toBe(2);
    expect(moved.locations[0]!.id).not.toBe(before.locations[0]!.id);
    expect(await sealed(before.locations[0]!.id)).toBeUndefined();
    expect(await on.whereIs('5.11111')).toEqual([]);
  });

  it('is imported into the vault with all nested records, and a second import changes nothing', async () => {
    const first = await loadDirectory(on.registry, itemsOf(imported('i1', medan)), { source: 's' });
    expect(first.location).toEqual({ read: 1, stored: 1, unchanged: 0, skipped: 0 });
    for (const text of ['Geheim', '3.595', '98.672', '999 000', '20111']) expect(await on.whereIs(text)).toEqual([]);
    expect(await findService(on.registry, 'i1')).toMatchObject({
      confidential: true,
      phones: [],
      locations: [{ ...centre, precision: 'AREA', city: 'Medan' }],
    });
    const again = await loadDirectory(on.registry, itemsOf(imported('i1', medan)), { source: 's' });
    expect(Object.values(again).map(({ stored, skipped }) => stored + skipped)).toEqual(Object.values(again).map(() => 0));
  });

  it('rejects an import that moves it out of its cell', async () => {
    await loadDirectory(on.registry, itemsOf(imported('i2', medan)), { source: 's' });
    const lines: ImportLine[] = [];
    const far = { latitude: 7.77777, longitude: 98.67 };
    await loadDirectory(on.registry, itemsOf(imported('i2', far)), { source: 's', onLine: (line) => lines.push(line) });
    expect(lines).toMatchObject([{ object: 'location', id: 'l-i2', code: 'CELL_MOVED', action: 'skipped' }]);
    expect(await on.whereIs('7.77777')).toEqual([]);
    expect(await sealed('l-i2')).toContain('3.595');
  });

  it('is sealed even if its tag comes long after it', async () => {
    const items: IncomingItem[] = [];
    for await (const item of itemsOf(imported('i3', medan))) items.push(item);
    const isLate = (item: IncomingItem) => item.kind === 'record' && ['attribute', 'taxonomy_term'].includes(item.record.object);
    const filler = Array.from({ length: 600 }, (_, n): IncomingItem => ({
      kind: 'record',
      file: 'f',
      row: n,
      reads: 1,
      record: { object: 'unit', id: `u${n}`, properties: { name: 'n' }, links: [], references: [] },
    }));
    const ordered = async function* () {
      yield* [...items.filter((item) => !isLate(item)), ...filler, ...items.filter(isLate)];
    };
    await loadDirectory(on.registry, ordered(), { source: 's3' });
    for (const text of ['Geheim', '3.595', '98.672', '999 000']) expect(await on.whereIs(text)).toEqual([]);
    expect(await findService(on.registry, 'i3')).toMatchObject({ confidential: true, locations: [{ ...centre }] });
    expect(await sealed('l-i3')).toContain('Geheimstrasse 5');
  });

  it('is imported from an export without changing what is sealed', async () => {
    await loadDirectory(on.registry, itemsOf(imported('i4', medan)), { source: 's' });
    const source = directorySource(on.registry);
    const exported: IncomingItem[] = [];
    for (const object of ['taxonomy_term', 'service', 'service_at_location', 'attribute', 'address', 'location', 'organization'] as const) {
      for await (const record of source.records(object)) exported.push({ kind: 'record', record, file: 'e', row: 0, reads: 1 });
    }
    expect(JSON.stringify(exported)).not.toMatch(/Geheim|(?<!\d)3\.595|98\.672/);
    const before = await sealed('l-i4');
    await loadDirectory(
      on.registry,
      (async function* () {
        yield* exported;
      })(),
      { source: 's' },
    );
    expect(await sealed('l-i4')).toBe(before);

    const elsewhere = await openTestRegistry();
    await loadDirectory(
      elsewhere.registry,
      (async function* () {
        yield* exported;
      })(),
      { source: 's' },
    );
    expect(await findService(elsewhere.registry, 'i4')).toEqual({ ...(await findService(on.registry, 'i4')), version: 1 });
    await elsewhere.close();
  });

  it('shows a phone that the service has as well', async () => {
    const service = imported('i5', medan);
    await loadDirectory(on.registry, itemsOf({ ...service, phones: [{ id: 'ph-i5', number: '+62 999 000 777' }] }), { source: 's5' });
    expect(await findService(on.registry, 'i5')).toMatchObject({ phones: [{ number: '+62 999 000 777' }], locations: [{ ...centre }] });
  });
});
