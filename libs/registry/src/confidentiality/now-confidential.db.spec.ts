import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceSnapshotSchema, type ServiceView } from '@haven/events';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import { type JsonObject, objectNames } from '../hsds/record.js';
import { childKeyOf } from '../hsds/relation.js';
import { coordinator, itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { directorySource } from '../export/export-directory.js';
import { findService } from '../search/find-services.js';
import type { IncomingItem } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';
import { registerOrganization } from '../entries/register-organization.js';
import { registerService } from '../entries/register-service.js';
import { updateService } from '../entries/update-service.js';
import { verifyService } from '../entries/verify-service.js';
import { withdrawService } from '../entries/withdraw-service.js';

const clock = { now: () => new Date('2026-11-24T05:40:00Z') };
const centre = centreOfCell(publicCellOf(medan));
const secrets = ['3.5951', '98.6722', 'Rahasia'];

const saysConfidential = (locationId: string): IncomingItem[] => {
  const record = (object: 'taxonomy_term' | 'attribute', id: string, more: object): IncomingItem => ({
    kind: 'record',
    file: 'f',
    row: 1,
    reads: 1,
    record: { object, id, properties: {}, links: [], references: [], ...more },
  });
  return [
    record('taxonomy_term', 'tv', { properties: { code: 'haven:visibility', name: 'x', taxonomy: 'haven' } }),
    record('attribute', `v-${locationId}`, {
      properties: { value: 'CONFIDENTIAL' },
      links: [{ parentObject: 'location', parentId: locationId, property: 'attributes', position: 0 }],
      references: [{ property: 'taxonomy_term', object: 'taxonomy_term', id: 'tv' }],
    }),
  ];
};
async function* given(items: readonly IncomingItem[]): AsyncGenerator<IncomingItem> {
  yield* items;
}

const visibility = {
  id: 'v-i',
  value: 'CONFIDENTIAL',
  taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' },
};
const imported = (id: string, attributes: JsonObject[]): JsonObject => ({
  id,
  name: 'Imported',
  status: 'active',
  organization: { id: `o-${id}`, name: 'O', description: 'd', locations: [{ id: `l-${id}`, location_type: 'physical' }] },
  service_at_locations: [
    {
      id: `at-${id}`,
      location: {
        id: `l-${id}`,
        location_type: 'physical',
        name: 'A house',
        latitude: medan.latitude,
        longitude: medan.longitude,
        transportation: 'Past Jalan Rahasia',
        addresses: [{ id: `a-${id}`, address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical' }],
        attributes,
      },
    },
  ],
});

/** A service with everything that can hang on its place, two levels deep. */
function withDoor(id: string, place = id): JsonObject {
  const note = `The way in of ${id}.`;
  const metadata = (of: string, resource_type: string, resource_id: string): JsonObject[] => [
    {
      id: `m-${of}-${id}`,
      resource_id,
      resource_type,
      last_action_type: 'update',
      field_name: 'description',
      previous_value: `Ring at Jalan Rahasia 77. ${note}`,
      replacement_value: note,
    },
  ];
  const attribute = (of: string): JsonObject => ({
    id: `x-${of}-${id}`,
    value: note,
    metadata: metadata(`x-${of}`, 'attribute', `x-${of}-${id}`),
  });
  const phone = (of: string): JsonObject => ({
    id: `p-${of}-${id}`,
    number: '+62 1',
    description: note,
    languages: [{ id: `la-${of}-${id}`, code: 'id', note }],
  });
  const [at] = imported(place, []).service_at_locations as JsonObject[];
  return {
    ...imported(id, []),
    organization: { id: `o-${id}`, name: 'O', description: 'd' },
    service_at_locations: [
      {
        ...at,
        id: `at-${id}`,
        description: `Ring at Jalan Rahasia 77. ${note}`,
        phones: [phone('at')],
        contacts: [{ id: `c-${id}`, name: note, phones: [phone('c')] }],
        schedules: [{ id: `s-${id}`, description: note, attributes: [attribute('s')] }],
        attributes: [attribute('at')],
        metadata: metadata('at', 'service_at_location', `at-${id}`),
      },
    ],
  };
}

describe('a public place that becomes confidential', () => {
  let on: TestRegistry;
  let organizationId: string;
  const command = () => on.command();

  beforeAll(async () => {
    on = await openTestRegistry();
    const organization = await registerOrganization(on.registry, coordinator, { ...command(), name: 'O', description: null });
    organizationId = (organization as { id: string }).id;
  });
  afterAll(() => on.close());

  const registration = () => ({ ...command(), organizationId, service: shelter });
  const update = async (view: ServiceView, service = shelter) =>
    (await updateService(on.registry, coordinator, { ...command(), id: view.id, expectedVersion: view.version, service })) as ServiceView;
  const remains = async () => {
    const found = await Promise.all(secrets.map((text) => on.whereIs(text)));
    // Points are stored in binary, where no digits can be read.
    const points = await on.database.dataSource.query<unknown[]>(
      `SELECT 1 FROM registry.service_entry WHERE public.ST_Distance(positions, public.ST_SetSRID(public.ST_MakePoint($1, $2), 4326)) < 0.001`,
      [medan.longitude, medan.latitude],
    );
    return [...found.flat(), ...points];
  };
  const isNoted = async () => (await on.database.dataSource.query<unknown[]>('SELECT FROM registry.leftover')).length > 0;
  /** Except in the files, which are noted for cleaning. */
  const expectNothingLeft = async () =>
    expect({ remains: await remains(), isNoted: await isNoted() }).toEqual({ remains: [], isNoted: true });
  afterEach(() => on.database.dataSource.query('DELETE FROM registry.leftover'));

  it('needs no cleaning of the files if it was confidential from the beginning', async () => {
    await registerService(on.registry, coordinator, { ...registration(), service: here });
    await loadDirectory(on.registry, itemsOf(imported('new', [{ ...visibility, id: 'v-new' }])), { source: 's' });
    expect(await isNoted()).toBe(false);
  });

  it('leaves nothing behind when its service is edited', async () => {
    const call = registration();
    const first = (await registerService(on.registry, coordinator, call)) as ServiceView;
    const verified = (await verifyService({ ...on.registry, clock }, coordinator, { ...command(), id: first.id })) as ServiceView;
    const elsewhere = await update(verified, { ...shelter, locations: [{ ...medan, latitude: 4 }] });
    expect((await remains()).length).toBeGreaterThan(2);
    const hidden = await update(elsewhere, { ...shelter, locations: [{ ...medan, visibility: 'CONFIDENTIAL' }] });
    expect(hidden).toMatchObject({ version: elsewhere.version + 1, confidential: true });
    await expectNothingLeft();

    const again = await registerService(on.registry, coordinator, call);
    expect(again).toMatchObject({ id: first.id, version: 1, confidential: true, phones: first.phones, categories: first.categories });
    expect((again as ServiceView).locations).toMatchObject([{ ...centre, precision: 'AREA', address: null, city: 'Medan' }]);
  });

  it('leaves nothing behind when another source tags a place that a person entered, even at a withdrawn service', async () => {
    const call = registration();
    const view = (await registerService(on.registry, coordinator, call)) as ServiceView;
    await loadDirectory(on.registry, given(saysConfidential(view.locations[0]!.id)), { source: 'other' });
    await expectNothingLeft();
    expect(await findService(on.registry, view.id)).toMatchObject({ confidential: true, locations: [] });
    expect(await registerService(on.registry, coordinator, call)).toMatchObject({ id: view.id, confidential: true, locations: [] });

    const gone = (await registerService(on.registry, coordinator, registration())) as ServiceView;
    await withdrawService(on.registry, coordinator, { ...command(), id: gone.id, expectedVersion: 1 });
    await loadDirectory(on.registry, given(saysConfidential(gone.locations[0]!.id)), { source: 'other' });
    await expectNothingLeft();
    expect(await findService(on.registry, gone.id)).toBeNull();
    const events = (await on.events()).filter((event) => event.key === gone.id);
    expect(events.at(-1)).toMatchObject({ data: null });
  });

  it.each([
    ['the attribute', (id: string) => given(saysConfidential(`l-${id}`))],
    ['the place again', (id: string) => itemsOf(imported(id, [{ ...visibility, id: `v-${id}` }]))],
    ['the place again, inside its cell', (id: string) => itemsOf(moved(imported(id, [{ ...visibility, id: `v-${id}` }])))],
  ])('leaves nothing behind when an import brings %s', async (name, items) => {
    const id = `i ${name}`;
    await loadDirectory(on.registry, itemsOf(imported(id, [])), { source: 's' });
    const shared = (await registerService(on.registry, coordinator, { ...registration(), organizationId: `o-${id}` })) as ServiceView;
    await verifyService({ ...on.registry, clock }, coordinator, { ...command(), id });
    await update(shared, { ...shelter, locations: [] });
    expect((await remains()).length).toBeGreaterThan(2);
    await loadDirectory(on.registry, items(id), { source: 's' });
    await update((await findService(on.registry, shared.id))!, { ...shelter, locations: [{ ...medan, visibility: 'CONFIDENTIAL' }] });
    await expectNothingLeft();
    expect(await findService(on.registry, id)).toMatchObject({ confidential: true, locations: [{ ...centre, precision: 'AREA' }] });
  });

  it('is hidden at once, before the import that tags it is done', async () => {
    await loadDirectory(on.registry, itemsOf(imported('i', [])), { source: 's' });
    const dying = async function* () {
      yield* saysConfidential('l-i');
      yield* Array.from({ length: 500 }, () => saysConfidential('l-i')[0]!);
      throw new Error('killed');
    };
    await expect(loadDirectory(on.registry, dying(), { source: 's' })).rejects.toThrow('killed');
    await expectNothingLeft();
    const view = await findService(on.registry, 'i');
    expect(view).toMatchObject({ version: 2, confidential: true, locations: [{ ...centre, precision: 'AREA', city: 'Medan' }] });
    const events = (await on.events()).filter((event) => event.key === 'i');
    expect(serviceSnapshotSchema.parse(events.at(-1)?.data)).toMatchObject({
      service: { version: 2 },
      publicCells: { 'l-i': publicCellOf(medan) },
    });
  });

  const here = { ...shelter, locations: [{ ...medan, visibility: 'CONFIDENTIAL' as const }] };
  const expectArea = async (id: string) => {
    await expectNothingLeft();
    const found = (await findService(on.registry, id))!;
    expect(found.confidential).toBe(true);
    expect(found.locations.map(({ precision }) => precision)).toEqual(found.locations.map(() => 'AREA'));
    const places: JsonObject[] = [];
    for await (const { properties } of directorySource(on.registry).records('location')) places.push(properties);
    expect(places).not.toContainEqual(expect.objectContaining({ latitude: medan.latitude }));
    return found;
  };

  it.each(['haven', 'test'])('stays confidential when its directory is imported from %s again after the edit', async (source) => {
    const id = `again ${source}`;
    await loadDirectory(on.registry, itemsOf(imported(id, [])), { source });
    await update((await findService(on.registry, id))!, here);
    await loadDirectory(on.registry, itemsOf(imported(id, [])), { source });
    const { locations } = await expectArea(id);
    expect(locations.map((place) => place.id)).toContain(`l-${id}`);
    expect(await tagsOf(`l-${id}`)).toEqual(['CONFIDENTIAL', publicCellOf(medan)].sort());
  });

  it.each([
    ['is dropped', [], []],
    ['moves far away', [{ ...medan, latitude: 5, visibility: 'CONFIDENTIAL' as const }], ['CONFIDENTIAL', publicCellOf(medan)]],
  ])('stays hidden when it %s and its directory, which never had the tag, is imported again', async (name, locations, tags) => {
    const id = `unsaid ${name}`;
    await loadDirectory(on.registry, itemsOf(imported(id, [])), { source: 's' });
    await loadDirectory(on.registry, given(saysConfidential(`l-${id}`)), { source: 'other' });
    await update((await findService(on.registry, id))!, { ...shelter, locations });
    await loadDirectory(on.registry, itemsOf(imported(id, [])), { source: 's' });
    await expectArea(id);
    expect(await tagsOf(`l-${id}`)).toEqual([...tags].sort());
  });

  it.each([
    ['alone', false],
    ['beside another organization', true],
  ])('leaves no directions behind when its service, which is there %s, is edited', async (name, isShared) => {
    const id = `door ${name}`;
    await loadDirectory(on.registry, itemsOf(withDoor(id), ...(isShared ? [withDoor(`other ${id}`, id)] : [])), { source: 's' });
    await update((await findService(on.registry, id))!, here);
    expect(await exportedOf(`way in of ${id}.`)).toEqual([]);
    expect((await exportedOf(`way in of other ${id}.`)).length).toBe(isShared ? 12 : 0);
    if (isShared) await loadDirectory(on.registry, given(saysConfidential(`l-${id}`)), { source: 'other' });
    await expectNothingLeft();
  });

  it('leaves the service a contact that it also has elsewhere, with everything that the contact has', async () => {
    const contacts = [
      { id: 'c-both', name: 'Ana', phones: [{ id: 'p-both', number: '+62 2', languages: [{ id: 'la-both', code: 'km' }] }] },
    ];
    const [at] = withDoor('both').service_at_locations as JsonObject[];
    await loadDirectory(on.registry, itemsOf({ ...withDoor('both'), contacts, service_at_locations: [{ ...at, contacts }] }), {
      source: 's',
    });
    await update((await findService(on.registry, 'both'))!, here);
    const [contact] = await on.registry.transaction(({ records }) => records.get([{ object: 'contact', id: 'c-both' }]));
    expect(contact?.properties).toEqual({ name: 'Ana' });
    expect(await exportedOf('way in of both.')).toEqual([]);
  });

  /** Object kinds in an export whose records contain a text. */
  const exportedOf = async (text: string) => {
    const found: string[] = [];
    for (const object of objectNames)
      for await (const record of directorySource(on.registry).records(object))
        if (JSON.stringify(record.properties).includes(text)) found.push(object);
    return found;
  };

  /** The tags of the place in an export, so that it stays confidential where the export is imported. */
  const tagsOf = (locationId: string) =>
    on.registry.transaction(async ({ records }) => {
      const below = (await records.childrenOf([{ object: 'location', id: locationId }])).filter(
        ({ property }) => property === 'attributes',
      );
      return (await records.get(below.map(childKeyOf))).map(({ properties }) => properties.value).sort();
    });
});

function moved(service: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(service).replace(String(medan.latitude), String(centre.latitude + 0.0123))) as JsonObject;
}
