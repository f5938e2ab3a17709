import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceView } from '@haven/events';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import { registryCommands } from '../control/commands.js';
import { resolveReview, type ReviewDecision, reviewQueue } from '../entries/resolve-review.js';
import { updateService } from '../entries/update-service.js';
import { withdrawService } from '../entries/withdraw-service.js';
import type { JsonObject } from '../hsds/record.js';
import { loadDirectory } from '../import/load-directory.js';
import { coordinator, itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import type { ImportLine, IncomingItem } from '../report/import-report.js';
import { findOrganization, findServices } from '../search/find-services.js';

const tag = { id: 'v', value: 'CONFIDENTIAL', taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' } };
const streetOf = (id: string): string => `Jalan Rahasia of ${id}`;
const textOf = (id: string): string => `Behind the gate in ${streetOf(id)}`;

/** One house of one organization, with its publisher's ids. Texts of the service and of the organization tell of it, too. */
const house = (id: string, location: JsonObject = {}, publisher = 'Rumah'): JsonObject => ({
  id,
  name: `${id} shelter`,
  status: 'active',
  description: textOf(id),
  organization: { id: `o-${id}`, name: publisher, description: `Since 1990. ${textOf(id)}` },
  service_at_locations: [
    {
      id: `at-${id}`,
      description: textOf(id),
      location: {
        id: `l-${id}`,
        location_type: 'physical',
        name: 'House',
        latitude: medan.latitude,
        longitude: medan.longitude,
        addresses: [{ id: `a-${id}`, address_1: streetOf(id), city: 'Medan', country: 'ID', address_type: 'physical' }],
        ...location,
      },
    },
  ],
});
/** Another service of the organization, without a place. */
const sibling = (id: string): JsonObject => ({
  ...house(id),
  id: `sibling ${id}`,
  name: `${id} hotline`,
  description: 'd',
  service_at_locations: [],
});

describe('a copy of a confidential place, under the id of its publisher in another source', () => {
  let on: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    on = await openTestRegistry();
    folder = await mkdtemp(join(tmpdir(), 'haven-copies-'));
  });
  afterAll(async () => {
    await on.close();
    await rm(folder, { recursive: true });
  });

  const loadItems = async (source: string, items: AsyncIterable<IncomingItem>) => {
    const lines: ImportLine[] = [];
    await loadDirectory(on.registry, items, { source, onLine: (line) => lines.push(line) });
    return lines.filter(({ code }) => ['PLACE_WAITS', 'CONFIDENTIAL_ELSEWHERE'].includes(code)).map(({ code }) => code);
  };
  const load = (source: string, ...services: JsonObject[]) => loadItems(source, itemsOf(...services));
  const found = async (text: string): Promise<readonly ServiceView[]> => {
    const query = { categories: null, languages: null, country: null, organizationId: null, within: null, after: null };
    return (await findServices(on.registry, { ...query, text, first: 100 })).items.map(({ view }) => view);
  };
  const shelters = (id: string) => found(`${id} shelter`);
  const waiting = async (id: string) =>
    (await reviewQueue(on.registry, null, 100)).items.filter(({ services }) => services.includes(`${id} shelter`));
  /** What anybody may see of it; open tables keep the texts of services and organizations. */
  const nothingLeft = async (id: string) => {
    const records = ['registry.organization', 'registry.service'];
    expect((await on.whereIs(streetOf(id))).filter((table) => !records.includes(table))).toEqual([]);
  };
  /** The service is there and says nothing of the place; the confidential one is shown as its area. */
  const expectWaits = async (id: string, { waits = 1, areas = 1 } = {}) => {
    const views = await shelters(id);
    expect(views.map(({ confidential }) => confidential)).toEqual(views.map(() => true));
    expect(views.flatMap(({ locations }) => locations.map(({ precision }) => precision))).toEqual(Array(areas).fill('AREA'));
    expect(views.filter(({ hsds }) => !('service_at_locations' in hsds))).toHaveLength(waits);
    expect(await waiting(id)).toHaveLength(waits);
    await nothingLeft(id);
  };
  const decide = async (id: string, decision: ReviewDecision) => {
    for (const { id: place } of await waiting(id)) await resolveReview(on.registry, coordinator, { ...on.command(), id: place, decision });
  };
  const edited = async (view: ServiceView, visibility: 'PUBLIC' | 'CONFIDENTIAL') => {
    const service = { ...shelter, name: view.name, description: null, locations: [{ ...medan, name: 'House', visibility }] };
    const command = { ...on.command(), id: view.id, expectedVersion: view.version, service };
    expect(await updateService(on.registry, coordinator, command)).toMatchObject({ id: view.id });
  };

  it('waits when the same directory comes again under another source without the tag, and is asked about once', async () => {
    await load('first', house('again', { attributes: [tag] }));
    expect(await load('second', house('again'))).toEqual(['PLACE_WAITS']);
    await expectWaits('again');
    expect(await waiting('again')).toMatchObject([{ source: 'second', organization: { name: 'Rumah' } }]);
    expect(await load('second', house('again'))).toEqual([]);
    expect(await load('second', { ...house('again'), alternate_name: 'Changed' })).toEqual([]);
    await expectWaits('again');
  });

  it('waits where another source already shows it, at once and with all that tells of it', async () => {
    await load('first', house('shown'), sibling('shown'));
    expect(await on.whereIs(streetOf('shown'))).toEqual(expect.arrayContaining(['registry.outbox', 'registry.service_entry']));
    expect(await load('second', house('shown', { attributes: [tag] }))).toEqual(['PLACE_WAITS']);
    await expectWaits('shown');
    expect((await found('shown hotline')).map(({ hsds }) => (hsds.organization as JsonObject).description)).toEqual([undefined]);
    expect(await findOrganization(on.registry, 'o-shown')).toMatchObject({ description: null });
  });

  it('does not show any more when its service is withdrawn, or held back by an import that broke off', async () => {
    await load('first', house('gone'), house('held'));
    const [gone] = await shelters('gone');
    await withdrawService(on.registry, coordinator, { ...on.command(), id: gone!.id, expectedVersion: gone!.version });
    const dying = async function* () {
      yield* itemsOf({ ...house('held'), alternate_name: 'Held' });
      for (let n = 0; n < 500; n += 1) yield* itemsOf({ ...sibling('held'), id: `n${n}` });
      throw new Error('killed');
    };
    await expect(loadItems('first', dying())).rejects.toThrow('killed');
    await load('second', house('gone', { attributes: [tag] }), house('held', { attributes: [tag] }));
    expect(await waiting('held')).toHaveLength(1);
    for (const id of ['gone', 'held']) await nothingLeft(id);
    await load('first', house('gone'), house('held'));
    await expectWaits('held');
    await nothingLeft('gone');
  });

  it('waits as soon as a tag is read, though the import never ends', async () => {
    await load('first', house('killed'));
    await load('second', house('killed'));
    const dying = async function* () {
      yield* itemsOf(house('killed', { attributes: [tag] }));
      for (let n = 0; n < 500; n += 1) yield* itemsOf({ ...sibling('killed'), id: `k${n}` });
      throw new Error('killed');
    };
    await expect(loadItems('second', dying())).rejects.toThrow('killed');
    await expectWaits('killed');
  });

  it.each([
    ['has no position', { name: null, latitude: null, longitude: null }],
    ['is elsewhere, under another name', { name: 'Office', latitude: 5.5, longitude: 95.3 }],
  ])('waits though the confidential one %s: no place is compared', async (name, place) => {
    await load('first', house(name, { ...place, addresses: [], attributes: [tag] }));
    expect(await load('second', house(name))).toEqual(['PLACE_WAITS']);
    await expectWaits(name, { areas: 'latitude' in place && place.latitude === null ? 0 : 1 });
  });

  it('is shown though another publisher has a confidential place under its id, even here and of this name', async () => {
    await load('apart 1', house('apart', { attributes: [tag] }));
    expect(await load('apart 2', house('apart', {}, 'Clinic'))).toEqual([]);
    await load('apart 3', house('apart', { name: 'Third house', latitude: null, longitude: null, attributes: [tag] }, 'Third'));
    expect((await shelters('apart')).map(({ confidential }) => confidential).sort()).toEqual([false, true, true]);
    expect(await waiting('apart')).toEqual([]);
  });

  it('waits even under another name of its publisher if no other publisher can have its id', async () => {
    const id = '5f0c1c57-6b0f-4f0b-9d6e-0a1b2c3d4e5f';
    await load('uuid 1', house('uuid', { id, attributes: [tag] }));
    expect(await load('uuid 2', house('uuid', { id }, 'Rumah Aman'))).toEqual(['PLACE_WAITS']);
    await expectWaits('uuid');
  });

  it('does not fill the queue where two publishers count from 1', async () => {
    const numbered = (publisher: string, more: JsonObject = {}) =>
      Array.from({ length: 60 }, (_, n): JsonObject => ({
        id: String(n),
        name: `numbered shelter of ${publisher}`,
        status: 'active',
        organization: { id: String(n % 20), name: `${publisher} ${n % 20}`, description: 'd' },
        service_at_locations: [
          { id: String(n), location: { id: String(n), location_type: 'physical', name: 'House', latitude: 1, longitude: 1, ...more } },
        ],
      }));
    await load('numbers 1', ...numbered('One'));
    expect(await load('numbers 2', ...numbered('Two', { attributes: [tag] }))).toEqual([]);
    expect(await load('numbers 3', ...numbered('Three'))).toEqual([]);
    expect((await reviewQueue(on.registry, null, 100)).items.filter(({ services }) => services.join().includes('numbered'))).toEqual([]);
  });

  it('waits in all sources if an edit of one makes it confidential, also in one that comes later', async () => {
    await load('first', house('edited'));
    await load('second', house('edited'));
    await edited(
      (await shelters('edited')).find(({ id }) => id === 'edited')!,
      'CONFIDENTIAL',
    );
    await expectWaits('edited');
    await load('third', house('edited'));
    await expectWaits('edited', { waits: 2 });
  });

  it("waits through another source's tag alone, even for a term that it does not have", async () => {
    const said = { attributes: [{ id: 'x-said', value: 'PUBLIC', taxonomy_term: { ...tag.taxonomy_term, id: 't-said' } }] };
    await load('said', { ...house('said'), ...said });
    const only = async function* (): AsyncGenerator<IncomingItem> {
      const properties = { link_entity: 'location', link_id: 'l-said', value: 'hide' };
      const links = [{ parentObject: 'location', parentId: 'l-said', property: 'attributes', position: 0 }] as const;
      const references = [{ property: 'taxonomy_term', object: 'taxonomy_term', id: 't-said' }] as const;
      yield { kind: 'record', file: 'f', row: 1, reads: 1, record: { object: 'attribute', id: 'm-said', properties, links, references } };
    };
    expect(await loadItems('only a tag', only())).toEqual(['PLACE_WAITS']);
    await expectWaits('said', { areas: 0 });
  });

  it("also hides another source's phone that is secret itself, but none of another publisher", async () => {
    const at = { latitude: 1, longitude: 1, addresses: [] };
    const phones = (more: JsonObject = {}): JsonObject => ({
      description: 'd',
      phones: [{ id: 'p-secret', number: '+62 811 777', ...more }],
    });
    await load('phones 1', { ...house('phone', at), ...phones({ confidential: 'yes' }) });
    expect(await load('phones 2', { ...house('phone', at), ...phones() })).toEqual(['CONFIDENTIAL_ELSEWHERE']);
    expect(await on.whereIs('+62 811 777')).toEqual([]);
    expect(await load('phones 3', { ...house('phone', at, 'Clinic'), ...phones() })).toEqual([]);
    expect((await shelters('phone')).flatMap((view) => view.phones.map(({ number }) => number))).toEqual(['+62 811 777']);
  });

  describe('is shown as a person decides', () => {
    const waits = async (id: string) => {
      await load('first', house(id));
      await load('second', house(id, { attributes: [tag] }));
      await expectWaits(id);
    };
    const again = async (id: string) => [
      ...(await load('first', { ...house(id), alternate_name: 'Again' })),
      ...(await load('second', { ...house(id, { attributes: [tag] }), alternate_name: 'Again' })),
    ];

    it('confidential, for ever', async () => {
      await waits('closed');
      await decide('closed', 'CONFIDENTIAL');
      await expectWaits('closed', { waits: 0, areas: 2 });
      expect(await again('closed')).toEqual([]);
      await expectWaits('closed', { waits: 0, areas: 2 });
    });

    it('not at all', async () => {
      await waits('refused');
      await decide('refused', 'REFUSE');
      expect(await again('refused')).toEqual([]);
      expect(await waiting('refused')).toEqual([]);
      expect((await shelters('refused')).map(({ alternateName, locations }) => [alternateName, locations.length]).sort()).toEqual([
        ['Again', 0],
        ['Again', 1],
      ]);
      await nothingLeft('refused');
    });

    it.each(['by the queue', 'by an edit'])('public, %s, with its texts, whatever is imported later', async (by) => {
      const id = `public ${by}`;
      await waits(id);
      if (by === 'by the queue') await decide(id, 'PUBLIC');
      else
        await edited(
          (await shelters(id)).find((view) => view.id === id)!,
          'PUBLIC',
        );
      expect(await again(id)).toEqual([]);
      expect(await waiting(id)).toEqual([]);
      const open = (await shelters(id)).find((view) => view.id === id)!;
      expect(open).toMatchObject({
        confidential: false,
        locations: [{ precision: 'EXACT', address: by === 'by the queue' ? streetOf(id) : medan.address }],
      });
      expect(open.description).toBe(by === 'by the queue' ? textOf(id) : null);
    });
  });

  it('is in no export, and its import brings nothing of it back and takes nothing away', async () => {
    await load('first', house('carried'));
    await load('second', house('carried', { attributes: [tag] }));
    const commands = registryCommands(on.registry, async () => {});
    const path = join(folder, 'all');
    await commands.export({ command: 'export', path, format: 'json' }, async () => {});
    await commands.import({ command: 'import', path, dryRun: false, source: null }, async () => {});
    await expectWaits('carried');
    await decide('carried', 'PUBLIC');
    const open = (await shelters('carried')).find(({ id }) => id === 'carried')!;
    expect(open).toMatchObject({ description: textOf('carried'), locations: [{ address: streetOf('carried') }] });
  });

  it('is recognized by the organization that entered it, whatever source brings the organization', async () => {
    await load('first', house('entered', { name: 'Office', latitude: 5.5, longitude: 95.3, addresses: [] }));
    const [view] = await shelters('entered');
    await edited(view!, 'CONFIDENTIAL');
    const again = house('entered', { id: 'l-new', name: 'Any name' });
    expect(await load('second', again)).toContain('PLACE_WAITS');
    expect((await shelters('entered')).flatMap(({ locations }) => locations)).toEqual([
      expect.objectContaining({ ...centreOfCell(publicCellOf(medan)), precision: 'AREA' }),
    ]);
  });
});
