import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AvailabilitySnapshot } from '@haven/events';
import { burdenWeights, type AdmissionRule } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import { openTestDatabase } from '@haven/testing';
import type { TestDatabase } from '@haven/testing';
import type { MatchQuestion } from '../request/match-question.js';
import { bedsOf, snapshotOf } from '../persistence/directory.fixture.js';
import type { ServiceSketch } from '../persistence/directory.fixture.js';
import { matchingOn, openMatchingDatabase } from '../persistence/matching-database.js';
import { openReadModel, projection } from '../persistence/reading/read-model.js';
import { emptyReadModel } from '../persistence/projection/reset.js';
import { matchPerson, type AskMatch } from './match.js';
import type { Matching } from '../ports.js';

const medan = { latitude: 3.58333, longitude: 98.66667 };
const now = new Date('2026-11-24T08:00:00Z');
const live = '2026-11-24T07:00:00Z';
const north = (km: number) => ({ latitude: medan.latitude + km / 110.6, longitude: medan.longitude });
const womenAndChildren: Partial<AdmissionRule> = {
  persons: [
    { genders: ['WOMAN'], minimumAge: 18, maximumAge: null, accompaniedOnly: false },
    { genders: null, minimumAge: null, maximumAge: 12, accompaniedOnly: true },
  ],
};

const question: MatchQuestion = {
  origin: { point: medan },
  needs: [{ category: 'ACCOMMODATION' }],
  person: { gender: 'WOMAN', age: 24, languages: ['km'] },
  companions: [{ gender: 'MAN', age: 3, languages: ['km'] }],
};

const asked = { considered: true, nearMisses: true, funnel: true, splits: false };

const fail = (error: unknown) => {
  throw error;
};

describe('match', () => {
  let server: TestDatabase;
  let database: Database;
  let matching: Matching;

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openMatchingDatabase(server.connection);
    const gazetteer = { byId: () => Promise.resolve(null), search: () => Promise.resolve([]) };
    const settings = { tieKey: 'test', weights: burdenWeights };
    matching = matchingOn(database, { gazetteer, clock: { now: () => now }, settings, onError: fail });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.close();
  });
  beforeEach(() => emptyReadModel(database));

  const answerTo = async (command: AskMatch, of = matching) => {
    const answer = await matchPerson(of, { subject: 'caller' }, command);
    if ('kind' in answer) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const shelter = (id: string, km: number, more: Partial<ServiceSketch> = {}): ServiceSketch => ({
    id,
    at: north(km),
    categories: ['ACCOMMODATION'],
    languages: ['id', 'km'],
    admission: womenAndChildren,
    ...more,
  });
  const store = (...sketches: ServiceSketch[]) =>
    database.transaction(async (tx) => {
      for (const sketch of sketches) await projection.storeServices(tx, [snapshotOf(sketch)]);
    });
  const beds = (id: string, pools: Parameters<typeof bedsOf>[1], confirmedAt: string | null = live) =>
    database.transaction((tx) => projection.storeBeds(tx, [bedsOf(id, pools, confirmedAt)]));
  const ask = (changes: Partial<MatchQuestion> = {}) => answerTo({ question: { ...question, ...changes }, asked });
  const found = async (changes: Partial<MatchQuestion> = {}) => (await ask(changes)).needs[0]!.matches.map(({ service }) => service.id);
  const missed = async (changes: Partial<MatchQuestion> = {}) =>
    (await ask(changes)).needs[0]!.nearMisses.map(({ service, failed }) => [service.id, failed.code]);
  const codes = async (changes: Partial<MatchQuestion> = {}) => (await ask(changes)).needs[0]!.matches[0]!.reasons.map(({ code }) => code);

  it('finds the shelter that takes mother and child, and explains it', async () => {
    await store(shelter('near', 2), shelter('full', 1), shelter('far', 30));
    for (const [id, free] of [
      ['near', 3],
      ['full', 1],
      ['far', 9],
    ] as const)
      await beds(id, [{ free, admits: womenAndChildren }]);
    const [report] = (await ask()).needs;
    expect(report!.matches.map(({ service }) => service.id)).toEqual(['near', 'far']);
    expect(report!.considered).toBe(3);
    expect(report!.matches[0]!.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['NEARBY', 'BEDS_FREE', 'LANGUAGE_SPOKEN', 'ASK_CARER', 'ASK_REFERRAL']),
    );
    expect(report!.matches[0]!.availability).toMatchObject({ free: 3, freshness: 'LIVE' });
    expect(report!.nearMisses.map(({ service, failed }) => [service.id, failed.code])).toEqual([['full', 'NO_BEDS']]);
  });

  it('sends nobody to a shelter that takes nobody new, however many beds are free or whether any are known', async () => {
    await store(shelter('shut', 1), shelter('shut-and-uncounted', 2), shelter('open', 3));
    const shut = (snapshot: AvailabilitySnapshot) =>
      database.transaction((tx) => projection.storeBeds(tx, [{ ...snapshot, status: 'NO_CAPACITY' }]));
    await shut(bedsOf('shut', [{ free: 5 }], live));
    await shut(bedsOf('shut-and-uncounted', [], null));
    await beds('open', [{ free: 5 }]);
    expect(await found()).toEqual(['open']);
    expect(await missed()).toEqual([
      ['shut', 'INTAKE_CLOSED'],
      ['shut-and-uncounted', 'INTAKE_CLOSED'],
    ]);
  });

  it('counts only once that a shelter which the directory says is closed takes nobody new', async () => {
    await store(...['counted', 'uncounted'].map((id, i) => shelter(id, i + 1, { status: 'TEMPORARILY_CLOSED' })));
    for (const [id, pools] of Object.entries({ counted: [{ free: 5 }], uncounted: [] }))
      await database.transaction((tx) => projection.storeBeds(tx, [{ ...bedsOf(id, pools, live), status: 'NO_CAPACITY' }]));
    expect(await found()).toEqual([]);
    expect(await missed()).toEqual([
      ['counted', 'NOT_ACTIVE'],
      ['uncounted', 'NOT_ACTIVE'],
    ]);
  });

  it('finds, after all others, services without a known position that take people from here', async () => {
    await store(
      shelter('near', 2),
      shelter('abroad', 0, { at: [], addressCountries: ['MY'] }),
      shelter('anywhere', 0, { at: [] }),
      shelter('here', 0, { at: [], addressCountries: ['ID'] }),
      shelter('served', 0, { at: [], serviceCountries: ['ID'] }),
      shelter('not served', 0, { at: [], serviceCountries: ['MY'] }),
      shelter('not served from here', 0, { at: [], addressCountries: ['ID'], serviceCountries: ['MY'] }),
    );
    const [report] = (await ask({ maxDistanceKm: 50 })).needs;
    expect(report!.matches.map(({ service }) => service.id)).toEqual(['near', 'here', 'served', 'anywhere']);
    expect(report!.matches[1]).toMatchObject({ location: null, distance: null });
    expect(report!.matches[1]!.burden.parts[0]).toEqual({ code: 'POSITION_UNKNOWN', km: 50 });
    expect(report!.considered).toBe(4);
    expect(report!.funnel!.at(-1)!.left).toBe(4);
    expect(await codes({ maxDistanceKm: 1 })).toEqual(expect.arrayContaining(['POSITION_UNKNOWN']));
    expect(await codes({ maxDistanceKm: 1 })).not.toContain('NEARBY');
  });

  it('finds a service without a known position as soon as that costs less', async () => {
    await store(shelter('near', 2, { languages: ['fr'] }), shelter('here', 0, { at: [], addressCountries: ['ID'] }));
    expect(await found({ maxDistanceKm: 10 })).toEqual(['here', 'near']);
    expect(await found({ maxDistanceKm: 30 })).toEqual(['near', 'here']);
  });

  it('weighs that only the town of a place is known, and keeps away from areas that may contain it', async () => {
    await store(shelter('town', 2, { precision: 'CITY' }), shelter('door', 11));
    const [report] = (await ask()).needs;
    expect(report!.matches.map(({ service }) => service.id)).toEqual(['door', 'town']);
    expect(report!.matches[1]!.distance).toMatchObject({ precision: 'CITY' });
    expect(report!.matches[1]!.burden.parts).toContainEqual({ code: 'POSITION_UNKNOWN', km: 10 });
    expect(await missed({ avoid: [{ center: north(6), radiusKm: 1 }] })).toEqual([['town', 'MAY_BE_IN_AVOIDED_AREA']]);
  });

  it('names each constraint that alone keeps a service out', async () => {
    await store(
      shelter('men', 1, { admission: { persons: [{ genders: ['MAN'], minimumAge: null, maximumAge: null, accompaniedOnly: false }] } }),
    );
    expect(await missed()).toEqual([['men', 'NOT_ADMITTED_PERSONS']]);
    await store(shelter('men', 1, { country: 'MY' }));
    expect(await missed()).toEqual([['men', 'OTHER_COUNTRY']]);
    await store(shelter('men', 1, { status: 'TEMPORARILY_CLOSED' }));
    expect(await missed()).toEqual([['men', 'NOT_ACTIVE']]);
    await store(shelter('men', 1));
    expect(await missed({ avoid: [{ center: north(1), radiusKm: 0.1 }] })).toEqual([['men', 'IN_AVOIDED_AREA']]);
    expect(await missed({ maxDistanceKm: 0.5 })).toEqual([['men', 'TOO_FAR']]);
    expect(await missed({ maxDistanceKm: 0.5, avoid: [{ center: north(1), radiusKm: 0.1 }] })).toEqual([]);
    await store(
      shelter('men', 1, {
        serviceArea: {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          ],
        },
      }),
    );
    expect(await missed()).toEqual([['men', 'OUTSIDE_SERVICE_AREA']]);
    expect((await ask()).needs[0]!.considered).toBe(1);
  });

  it('leads nobody without papers across a border', async () => {
    await store(shelter('abroad', 1, { country: 'MY' }));
    const person = { ...question.person, legalStatus: 'REFUGEE' as const };
    const child = { ...question.companions![0]!, legalStatus: 'REFUGEE' as const };
    expect(await found({ person, companions: [child] })).toEqual([]);
    expect(await found({ person, companions: [child], crossBorder: true })).toEqual(['abroad']);
    for (const legalStatus of ['UNDOCUMENTED', 'STATELESS'] as const) {
      expect(await missed({ person, companions: [{ ...child, legalStatus }], crossBorder: true })).toEqual([
        ['abroad', 'NO_PAPERS_TO_CROSS'],
      ]);
    }
    expect(await codes({ crossBorder: true })).toContain('ASK_PAPERS');
  });

  it('keeps a shelter without pools, below one that is sure, and asks', async () => {
    await store(shelter('unknown', 1), shelter('counted', 3), shelter('stale', 2));
    await beds('counted', [{ free: 2, admits: womenAndChildren }]);
    await beds('stale', [{ free: 2, admits: womenAndChildren }], '2026-11-01T00:00:00Z');
    const { matches } = (await ask()).needs[0]!;
    expect(matches.map(({ service }) => service.id)).toEqual(['counted', 'stale', 'unknown']);
    expect(matches[1]!.reasons).toContainEqual(expect.objectContaining({ code: 'BED_COUNT_OLD', kind: 'CAUTION' }));
    expect(matches[2]!.reasons).toContainEqual(expect.objectContaining({ code: 'ASK_BEDS', kind: 'ASK' }));
    expect(matches[2]!.availability).toBeNull();
  });

  it('takes the nearest place of a service that passes', async () => {
    await store(shelter('two', 0, { at: [north(5), north(20)] }));
    expect((await ask()).needs[0]!.matches[0]!.location!.id).toBe('two-0');
    const around = await ask({ avoid: [{ center: north(5), radiusKm: 1 }] });
    expect(around.needs[0]!.matches[0]!.location!.id).toBe('two-1');
    expect(around.needs[0]!.nearMisses).toEqual([]);
    expect(around.needs[0]!.considered).toBe(1);
  });

  it('answers the same wherever in its cell a confidential place is', async () => {
    const answers = [];
    for (const shift of [0, 0.01, 0.02]) {
      await store(shelter('secret', 0, { at: { latitude: 3.6 + shift, longitude: 98.67 }, confidential: true }));
      answers.push(
        JSON.stringify(
          await ask({ avoid: [{ center: north(20), radiusKm: 3 }], needs: [{ category: 'ACCOMMODATION' }, { category: 'LEGAL' }] }),
        ),
      );
    }
    const cells = new Set(
      [3.6, 3.61, 3.62].map((latitude) =>
        JSON.stringify(snapshotOf(shelter('s', 0, { at: { latitude, longitude: 98.67 }, confidential: true })).publicCells),
      ),
    );
    expect(cells.size).toBe(1);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"precision":"AREA"');
  });

  it('leaves a confidential place out when its cell touches an area to avoid', async () => {
    await store(shelter('secret', 0, { at: medan, confidential: true }));
    const cellCentre = (await ask()).needs[0]!.matches[0]!.location!;
    const beside = { latitude: cellCentre.latitude, longitude: cellCentre.longitude + 0.2 };
    expect(await found({ avoid: [{ center: beside, radiusKm: 1 }] })).toEqual(['secret']);
    expect(await found({ avoid: [{ center: beside, radiusKm: 20 }] })).toEqual([]);
    expect(await missed({ avoid: [{ center: beside, radiusKm: 20 }] })).toEqual([['secret', 'MAY_BE_IN_AVOIDED_AREA']]);
    expect(await missed({ avoid: [{ center: beside, radiusKm: 100 }] })).toEqual([['secret', 'IN_AVOIDED_AREA']]);
  });

  it('names near misses by the remedy that is soonest possible, different kinds first', async () => {
    const women = { persons: [{ genders: ['WOMAN' as const], minimumAge: 18, maximumAge: null, accompaniedOnly: false }] };
    await store(
      ...[shelter('full', 1), shelter('full-too', 2), shelter('held', 3), shelter('women', 4, { admission: women })],
      ...[shelter('abroad', 5, { country: 'MY' }), shelter('far', 30), shelter('farther', 40)],
    );
    for (const id of ['full', 'full-too']) await beds(id, [{ free: 0, occupied: 4 }]);
    await beds('held', [{ free: 1, held: 1 }]);
    const { nearMisses } = (await ask({ maxDistanceKm: 20 })).needs[0]!;
    expect(nearMisses.map(({ service, remedy, member }) => [service.id, remedy, member])).toEqual([
      ['far', 'WIDEN_DISTANCE', null],
      ['held', 'WAIT_FOR_BED', null],
      ['abroad', 'CROSS_BORDER', null],
    ]);
    expect(nearMisses[1]).toMatchObject({ location: { id: 'held-0' }, availability: { free: 1, freshness: 'LIVE' } });
    await store(shelter('abroad', 5, { status: 'DEFUNCT' }));
    const [, , third] = (await ask({ maxDistanceKm: 20 })).needs[0]!.nearMisses;
    expect(third).toMatchObject({ service: { id: 'women' }, remedy: 'CALL_AND_ASK', member: 1 });
    expect(third!.failed).toMatchObject({ code: 'NOT_ADMITTED_PERSONS', data: { member: 1, persons: women.persons } });
  });

  it('counts how many services each rule removes, if requested', async () => {
    await store(
      ...[shelter('closed', 1, { status: 'TEMPORARILY_CLOSED' }), shelter('far', 300), shelter('abroad', 2, { country: 'MY' })],
      ...[shelter('men', 3, { admission: { persons: [] } }), shelter('full', 4), shelter('free', 5)],
    );
    await beds('full', [{ free: 1 }]);
    const { funnel } = (await ask()).needs[0]!;
    expect(funnel!.filter(({ removed }) => removed > 0)).toEqual([
      { code: 'NOT_ACTIVE', removed: 1, left: 5 },
      { code: 'TOO_FAR', removed: 1, left: 4 },
      { code: 'OTHER_COUNTRY', removed: 1, left: 3 },
      { code: 'NOT_ADMITTED_PERSONS', removed: 1, left: 2 },
      { code: 'NO_BEDS', removed: 1, left: 1 },
    ]);
    const unasked = await answerTo({ question, asked: { considered: false, nearMisses: false, funnel: false, splits: false } });
    expect(unasked).toMatchObject({ needs: [{ considered: null, nearMisses: [], funnel: null }] });
  });

  it('plans one provider for each need, near the bed', async () => {
    await store(
      shelter('home', 3),
      { id: 'clinic-far', at: north(-20), categories: ['MEDICAL'] },
      { id: 'clinic-there', at: north(3), categories: ['MEDICAL'] },
    );
    const report = await ask({ needs: [{ category: 'MEDICAL' }, { category: 'ACCOMMODATION' }] });
    expect(report.plan!.items.map(({ match }) => match.service.id)).toEqual(['clinic-there', 'home']);
    expect(report.plan!.stops).toBe(1);
    expect(report.plan).toMatchObject({ complete: true, missing: [], gapKm: 0 });
  });

  it('plans what it can, and names needs without a provider', async () => {
    await store(shelter('home', 3));
    const { plan } = await ask({ needs: [{ category: 'LEGAL' }, { category: 'ACCOMMODATION' }] });
    expect(plan!.items.map(({ category, match }) => [category, match.service.id])).toEqual([['ACCOMMODATION', 'home']]);
    expect(plan).toMatchObject({ complete: false, missing: [{ category: 'LEGAL' }], stops: 1 });
    expect((await ask({ needs: [{ category: 'LEGAL' }, { category: 'MEDICAL' }] })).plan).toBeNull();
  });

  it('plans the first match of one need', async () => {
    await store(shelter('near', 1, { languages: ['id'] }), shelter('speaks', 6), shelter('stale', 5));
    for (const id of ['near', 'speaks']) await beds(id, [{ free: 3, admits: womenAndChildren }]);
    await beds('stale', [{ free: 3, admits: womenAndChildren }], '2026-11-01T00:00:00Z');
    const { needs, plan } = await ask();
    const [first] = needs[0]!.matches;
    expect(first!.service.id).toBe('speaks');
    expect(plan!.items.map(({ match }) => match)).toEqual([first]);
    expect(plan!.burdenKm).toBe(first!.burden.km);
  });

  it('plans the same however many matches are shown', async () => {
    const clinics = Array.from({ length: 60 }, (_, i) => `clinic-${i}`);
    // Only the last of the clinics is at the place of the bed.
    await store(shelter('home', 30), ...clinics.map((id, i) => ({ id, at: north(i / 2 + 1), categories: ['MEDICAL' as const] })));
    const needs = [{ category: 'MEDICAL' as const }, { category: 'ACCOMMODATION' as const }];
    const plans = [];
    for (const first of [1, 10, 50]) {
      const report = await ask({ needs, first });
      expect(report.needs[0]!.matches).toHaveLength(first);
      plans.push(report.plan);
    }
    expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBe(1);
    const [clinic] = plans[0]!.items;
    expect(Number(clinic!.match.service.id.slice('clinic-'.length))).toBeGreaterThan(40);
    expect(plans[0]!.gapKm).toBeGreaterThan(0);
  });

  it('names the rooms that the party would take', async () => {
    await store(shelter('home', 3), shelter('uncounted', 4));
    await beds('home', [
      { free: 5, admits: { persons: [{ genders: ['MAN'], minimumAge: 18, maximumAge: null, accompaniedOnly: false }] } },
      { free: 4 },
    ]);
    const [home, uncounted] = (await ask()).needs[0]!.matches;
    expect(home!.rooms).toEqual([{ poolId: 'home-pool-1', beds: 2 }]);
    expect(home!.reasons).toContainEqual(expect.objectContaining({ code: 'BEDS_FREE', data: { free: 4, needed: 2 } }));
    expect(uncounted!.rooms).toBeNull();
    await store({ id: 'clinic', at: north(1), categories: ['MEDICAL'] });
    expect((await ask({ needs: [{ category: 'MEDICAL' }] })).needs[0]!.matches[0]!.rooms).toBeNull();
  });

  it('keeps a service with an unclear area, after those that surely serve the origin, and asks', async () => {
    await store(shelter('unclear', 1, { serviceAreaUnclear: true }), shelter('sure', 1));
    const { matches } = (await ask()).needs[0]!;
    expect(matches.map(({ service }) => service.id)).toEqual(['sure', 'unclear']);
    const questions = matches.map(({ reasons }) => reasons.some(({ code }) => code === 'ASK_SERVICE_AREA'));
    expect(questions).toEqual([false, true]);
  });

  it('shows a service in the state in which it was judged, whatever events arrive meanwhile', async () => {
    await store(shelter('near', 2), shelter('far', 30));
    for (const id of ['near', 'far']) await beds(id, [{ free: 3, admits: womenAndChildren }]);
    let looks = 0;
    const change = async () => void ((looks += 1) === 1 && (await beds('far', [{ free: 2, admits: womenAndChildren }])));
    const { look } = openReadModel(database);
    const disturbed: Matching['readModel'] = {
      look: (work) => look((view) => work({ ...view, entries: (ids) => change().then(() => view.entries(ids)) })),
    };
    const answer = await answerTo({ question, asked }, { ...matching, readModel: disturbed });
    expect(looks).toBe(2);
    expect(answer).toEqual(await ask());
  });
});
