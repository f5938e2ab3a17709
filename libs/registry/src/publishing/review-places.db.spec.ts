import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceView } from '@haven/events';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import type { JsonObject } from '../hsds/record.js';
import type { PlaceEntry } from '../meaning/service-input.js';
import { coordinator, itemsOf, medan, openTestRegistry, providerOf, shelter, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import type { ImportLine, IncomingItem } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';
import { registerService } from '../entries/register-service.js';
import { resolveReview, type ReviewDecision, reviewQueue } from '../entries/resolve-review.js';
import { updateService } from '../entries/update-service.js';

const hidden: PlaceEntry = { ...medan, name: 'Shelter', visibility: 'CONFIDENTIAL' };
const centre = centreOfCell(publicCellOf(medan));
const inCell = { ...hidden, latitude: centre.latitude + 0.01234567, longitude: centre.longitude - 0.01234567 };
const far = {
  latitude: 5.5,
  longitude: 95.3,
  addresses: [{ id: 'a-far', address_1: 'Jalan Jauh 1', city: 'Banda Aceh', country: 'ID', address_type: 'physical' }],
};
const secrets = ['3.5951', '98.6722', 'Rahasia'];

/** A service of the organization `o-${organization}` in one house. */
const standing = (id: string, house: string, organization: string, place: JsonObject = {}): JsonObject => ({
  id,
  name: id,
  status: 'active',
  organization: { id: `o-${organization}`, name: 'O', description: 'd' },
  service_at_locations: [
    {
      id: `at-${id}-${house}`,
      description: place === far ? 'Ring' : 'Ring at Jalan Rahasia 77',
      location: {
        id: `l-${house}`,
        location_type: 'physical',
        name: 'A house',
        latitude: medan.latitude,
        longitude: medan.longitude,
        addresses: [{ id: `a-${house}`, address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical' }],
        ...place,
      },
    },
  ],
});

const filler = Array.from({ length: 500 }, (_, n): IncomingItem => ({
  kind: 'record',
  file: 'f',
  row: n,
  reads: 1,
  record: { object: 'unit', id: `u${n}`, properties: { name: 'n' }, links: [], references: [] },
}));

describe('a new place of an organization that has a confidential one', () => {
  let on: TestRegistry;
  const command = () => on.command();
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  async function load(items: AsyncIterable<IncomingItem>, source = 's') {
    const lines: ImportLine[] = [];
    const summary = await loadDirectory(on.registry, items, { source, onLine: (line) => lines.push(line) });
    return { summary, codes: lines.map(({ code }) => code).filter((code) => code !== 'CATEGORY_UNKNOWN') };
  }
  const update = async (id: string, locations: readonly PlaceEntry[]) => {
    const { version } = (await findService(on.registry, id))!;
    const answer = await updateService(on.registry, coordinator, {
      ...command(),
      id,
      expectedVersion: version,
      service: { ...shelter, locations },
    });
    expect(answer).toMatchObject({ id, confidential: locations.some(({ visibility }) => visibility === 'CONFIDENTIAL') });
  };
  const register = async (organization: string, place: PlaceEntry) =>
    (await registerService(on.registry, coordinator, {
      ...command(),
      organizationId: `o-${organization}`,
      service: { ...shelter, locations: [place] },
    })) as ServiceView;
  const expectHidden = async (id: string, house = id) => {
    const view = (await findService(on.registry, id))!;
    expect(view.locations).toContainEqual(expect.objectContaining({ id: `l-${house}`, ...centre, precision: 'AREA', address: null }));
    for (const text of secrets) expect([text, JSON.stringify([view, (await on.events()).at(-1)]).includes(text)]).toEqual([text, false]);
  };
  const expectExact = async (id: string, house = id) =>
    expect((await findService(on.registry, id))!.locations).toContainEqual(
      expect.objectContaining({ id: `l-${house}`, precision: 'EXACT', address: 'Jalan Rahasia 77' }),
    );
  const queue = async () => (await reviewQueue(on.registry, null, 100)).items;
  const nothingInTables = async () => {
    for (const text of secrets) expect([text, await on.whereIs(text)]).toEqual([text, []]);
  };

  it.each(['haven', 's'])('stays hidden if one edit dropped it and a later one entered it: imported again from %s', async (source) => {
    const id = `two steps ${source}`;
    await load(itemsOf(standing(id, id, id)), source);
    await update(id, []);
    await update(id, [hidden]);
    await load(itemsOf(standing(id, id, id)), source);
    await expectHidden(id);
    await nothingInTables();
    const again = await load(itemsOf(standing(id, id, id)), source);
    expect(again.summary).toMatchObject({ location: { stored: 0, unchanged: 1 }, address: { stored: 0, unchanged: 1 } });
    await expectHidden(id);
  });

  it('stays hidden if another service of the organization entered it', async () => {
    await load(itemsOf(standing('other', 'other', 'other')));
    await update('other', []);
    await register('other', hidden);
    await nothingInTables();
    await load(itemsOf(standing('other', 'other', 'other')));
    await expectHidden('other');
    await nothingInTables();
  });

  it('waits for review even in its first import, under any id, and without a position', async () => {
    await load(itemsOf(standing('base', 'base', 'first', far)));
    await register('first', hidden);
    expect((await load(itemsOf(standing('first', 'first', 'first')))).codes).toContain('PLACE_WAITS');
    expect((await load(itemsOf(standing('first', 'first', 'first')))).codes).not.toContain('PLACE_WAITS');
    await load(itemsOf(standing('bare', 'bare', 'first', { latitude: null, longitude: null })));
    for (const id of ['first', 'bare']) expect((await findService(on.registry, id))!.hsds).not.toHaveProperty('service_at_locations');
    await nothingInTables();
    expect((await queue()).slice(-2)).toMatchObject([
      {
        id: 'l-first',
        name: 'A house',
        city: 'Medan',
        country: 'ID',
        organization: { id: 'o-first', name: 'O' },
        services: ['first'],
        source: 's',
      },
      { id: 'l-bare' },
    ]);
  });

  it.each(['forward', 'backward'])('waits whatever the batches of its records: %s', async (direction) => {
    const id = `batches ${direction}`;
    await load(itemsOf(standing(id, `before ${id}`, id, far)));
    await register(id, hidden);
    const items: IncomingItem[] = [];
    for await (const item of itemsOf(standing(`s ${id}`, id, id))) items.push(item);
    if (direction === 'backward') items.reverse();
    await load(
      (async function* () {
        for (const item of items) yield* [item, ...filler];
      })(),
    );
    expect((await findService(on.registry, `s ${id}`))!.locations).toEqual([]);
    await nothingInTables();
  });

  it.each([
    ['its own', (id: string) => update(id, [hidden])],
    ['another', (id: string) => register(id, inCell)],
  ])('is never public in between if its id was dropped and %s service entered it', async (name, enter) => {
    const id = `between ${name}`;
    await load(itemsOf(standing(id, id, id)));
    await update(id, []);
    await enter(id);
    const items: IncomingItem[] = [];
    for await (const item of itemsOf(standing(id, id, id))) items.push(item);
    await load(
      (async function* () {
        for (const item of items.reverse()) {
          yield* [item, ...filler];
          expect(await on.whereIs('Rahasia')).toEqual([]);
        }
      })(),
    );
    await expectHidden(id);
  });

  it('says the same wherever in its area the confidential place is, so that guesses find nothing', async () => {
    const told = [];
    for (const [id, place] of [
      ['right', hidden],
      ['wrong', inCell],
    ] as const) {
      await load(itemsOf(standing(id, id, id)));
      await update(id, []);
      await update(id, [place]);
      const { codes } = await load(itemsOf(standing(id, id, id)));
      await expectHidden(id);
      told.push([
        codes,
        (await findService(on.registry, id))!.locations.filter((one) => one.id === `l-${id}`).map((one) => ({ ...one, id: '' })),
      ]);
    }
    expect(told[0]).toEqual(told[1]);
  });

  it('stays public for another organization, and where it is shown already', async () => {
    await load(itemsOf(standing('shows', 'shown', 'open')));
    await register('open', inCell);
    await load(itemsOf(standing('shows', 'shown', 'open'), standing('theirs', 'theirs', 'theirs')));
    await expectExact('shows', 'shown');
    await expectExact('theirs');
    await load(itemsOf(standing('new', 'shown', 'open')));
    await expectExact('new', 'shown');
  });

  it('also waits if another source knows the organization under the same id', async () => {
    await load(itemsOf(standing('pair', 'pair', 'pair', far)));
    await register('pair', hidden);
    const { codes } = await load(itemsOf(standing('pair', 'pair2', 'pair')), 'another');
    expect(codes).toContain('PLACE_WAITS');
    expect((await queue()).at(-1)).toMatchObject({ source: 'another', services: ['pair'] });
    expect(JSON.stringify((await on.events()).at(-1))).not.toMatch(/3\.5951|98\.6722|Rahasia/);
  });

  it('follows its own tags in a first import', async () => {
    const tag = { id: 'v', value: 'CONFIDENTIAL', taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x' } };
    const { codes } = await load(itemsOf(standing('m1', 'm1', 'marked', { attributes: [tag] }), standing('m2', 'm2', 'marked', far)));
    expect(codes).not.toContain('PLACE_WAITS');
    expect(await findService(on.registry, 'm2')).toMatchObject({ locations: [{ precision: 'EXACT' }] });
  });

  describe('is shown as a coordinator decides', () => {
    const waits = async (id: string) => {
      await load(itemsOf(standing(id, `far ${id}`, id, far)));
      await register(id, inCell);
      await load(itemsOf(standing(id, id, id)));
      expect(await findService(on.registry, id)).toMatchObject({ locations: [{ id: `l-far ${id}` }] });
    };
    const decide = (id: string, decision: ReviewDecision, caller = coordinator) =>
      resolveReview(on.registry, caller, { ...command(), id: `l-${id}`, decision });

    it('public', async () => {
      await waits('public');
      expect(await decide('public', 'PUBLIC')).toMatchObject({ id: 'l-public', services: ['public'] });
      await expectExact('public');
      await load(itemsOf(standing('public', 'public', 'public')));
      await expectExact('public');
    });

    it('public, and the others of its organization show its texts again when nothing waits any more', async () => {
      const told = (id: string, house: string, place?: JsonObject): JsonObject => ({
        ...standing(id, house, 'heard', place),
        organization: { id: 'o-heard', name: 'O', description: 'Help by day and night' },
      });
      await load(itemsOf(standing('heard', 'heard', 'heard', far)));
      await register('heard', hidden);
      await load(itemsOf(told('h1', 'heard2'), told('h2', 'heard3', far), { ...told('h3', ''), service_at_locations: [] }), 'elsewhere');
      const about = async () => JSON.stringify((await findService(on.registry, 'h3'))!.hsds).includes('day and night');
      expect(await about()).toBe(false);
      const waiting = (await queue()).filter(({ source }) => source === 'elsewhere').map(({ id }) => id);
      for (const id of waiting) {
        expect(await about()).toBe(false);
        await resolveReview(on.registry, coordinator, { ...command(), id, decision: 'PUBLIC' });
      }
      expect(waiting).toHaveLength(2);
      expect(await about()).toBe(true);
    });

    it('confidential, for ever', async () => {
      await waits('closed');
      await decide('closed', 'CONFIDENTIAL');
      await expectHidden('closed');
      await load(itemsOf(standing('closed', 'closed', 'closed')));
      await expectHidden('closed');
    });

    it('not at all, even if it comes again', async () => {
      await waits('refused');
      await decide('refused', 'REFUSE');
      await load(itemsOf({ ...standing('refused', 'refused', 'refused'), alternate_name: 'Again' }));
      expect(await findService(on.registry, 'refused')).toMatchObject({ alternateName: 'Again', locations: [{ id: 'l-far refused' }] });
      expect((await queue()).map(({ id }) => id)).not.toContain('l-refused');
    });

    it('once, and by nobody else', async () => {
      await waits('once');
      expect(await decide('once', 'PUBLIC', providerOf('o-once'))).toEqual({ kind: 'NotFound' });
      expect(await decide('unknown', 'PUBLIC')).toEqual({ kind: 'NotFound' });
      const call = { ...command(), id: 'l-once', decision: 'REFUSE' } as const;
      const answer = await resolveReview(on.registry, coordinator, call);
      expect(await resolveReview(on.registry, coordinator, call)).toEqual(answer);
      expect(await decide('once', 'PUBLIC')).toEqual({ kind: 'NotFound' });
    });

    it('in the order of arrival, by pages', async () => {
      const all = await queue();
      const paged: string[] = [];
      for (let after: { since: string; locationId: string } | null = null; ;) {
        const page: Awaited<ReturnType<typeof reviewQueue>> = await reviewQueue(on.registry, after, 1);
        expect(page.totalCount).toBe(all.length);
        paged.push(...page.items.map(({ id }) => id));
        if (!page.hasNextPage) break;
        after = { since: page.items[0]!.since, locationId: page.items[0]!.id };
      }
      expect(paged).toEqual(all.map(({ id }) => id));
    });
  });

  it('stays public if a person entered it as public, even while an import defers its service', async () => {
    await load(itemsOf(standing('office', 'office', 'office', far)));
    const dying = async function* () {
      yield* itemsOf({ ...standing('office', 'office', 'office', far), alternate_name: 'Held' });
      yield* filler;
      throw new Error('killed');
    };
    await expect(load(dying())).rejects.toThrow('killed');
    await update('office', [inCell, { ...medan, name: 'Office' }]);
    await load(itemsOf(standing('office', 'office', 'office', far)));
    expect((await findService(on.registry, 'office'))!.locations.map(({ name, precision }) => [name, precision])).toEqual(
      expect.arrayContaining([
        ['Office', 'EXACT'],
        ['Shelter', 'AREA'],
      ]),
    );
  });

  it('stays hidden if a person entered it as public, dropped it, and an old export of it is imported', async () => {
    await load(itemsOf(standing('export', 'base', 'export', far)));
    const old = await register('export', medan);
    await update(old.id, []);
    await update(old.id, [hidden]);
    await load(itemsOf({ ...old.hsds, id: old.id } as JsonObject), 'haven');
    const { locations } = (await findService(on.registry, old.id))!;
    expect(locations.map(({ precision }) => precision)).toEqual(['AREA', 'AREA']);
    expect(locations.map(({ id }) => id)).toContain(old.locations[0]!.id);
  });

  it('stays hidden after the confidential place was left', async () => {
    await load(itemsOf(standing('left', 'left', 'left')));
    await update('left', []);
    await update('left', [hidden]);
    await update('left', []);
    await load(itemsOf(standing('left', 'left', 'left')));
    await expectHidden('left');
  });
});
