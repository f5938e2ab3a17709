import { describe, expect, it } from '@jest/globals';
import { burdenWeights, unknownRule, personOf } from '@haven/kernel';
import fc from 'fast-check';
import type { Provider, Spot } from '../judging/candidate.js';
import { judge } from '../judging/judge.js';
import type { Cursor } from '../request/cursor.js';
import { speechClasses, speechKeysOf, type SpeechFilter } from '../judging/talk/speech-keys.js';
import { leastBurden, weighing } from '../ranking/burden.js';
import { missedBy, rank } from '../ranking/rank.js';
import type { MatchRequest } from '../request/request.js';
import { findForNeed } from './find-for-need.js';
import { missesAmong } from '../misses/find-misses.js';
import type { MatchView, NearestServices, Way } from '../ports.js';

const request: MatchRequest = {
  origin: { latitude: 0, longitude: 0 },
  originCountry: 'ID',
  needs: [],
  party: [{ ...personOf('WOMAN', 30), legalStatus: 'REFUGEE', statusIn: 'ID', nationality: 'KH', exploitation: ['LABOUR'] }],
  languages: ['km', 'en'],
  avoid: [],
  maxDistanceMeters: 25_000,
  border: 'CLOSED',
  at: new Date('2026-11-24T00:00:00Z'),
  first: 4,
};
const tie = (id: string) => id;

/** With many near misses the burdens decide when to stop; with few of them the misses do. */
const providers = fc
  .constantFrom(4, 60)
  .chain((oneIn) =>
    fc.array(fc.record({ quiet: fc.boolean(), free: fc.constantFrom(1, 2, 3), misses: fc.nat(oneIn) }), { minLength: 600, maxLength: 900 }),
  );
const admission = (quiet: boolean, admits: boolean) => ({
  ...unknownRule,
  persons: [{ genders: admits ? null : ['MAN' as const], minimumAge: null, maximumAge: null, accompaniedOnly: false }],
  ...(quiet
    ? {}
    : { referralRequired: false, legalStatuses: ['REFUGEE' as const], nationalities: ['KH'], exploitation: ['LABOUR' as const] }),
});

const countedBeds = (free: number): Provider['beds'] => ({
  status: 'CAPACITY',
  confirmedAt: '2026-11-24T00:00:00Z',
  pools: [{ free, admits: unknownRule }],
});

/** These have no known position: they count as being at the greatest distance. */
const isUnplaced = (service: number): boolean => service % 13 === 5;
const metersOf = (service: number, place: number, seed: number): number => ((service * 7919 + seed) % 60_013) + place * 40_000;

function directory(sketches: readonly { quiet: boolean; free: number; misses: number }[], seed: number) {
  const all = new Map(
    sketches.map((s, i): [string, Provider] => [
      `s${i}`,
      {
        serviceId: `s${i}`,
        organizationId: 'o',
        status: 'ACTIVE',
        // Services that speak the language and have a fresh count are far away, so that the spec notices a search that stops too early.
        languages: metersOf(i, 0, seed) > 20_000 ? ['km'] : ['id', 'th', ''].slice(i % 3, (i % 3) + 1).filter((tag) => tag !== ''),
        interpreters: i % 7 === 0 ? [{ language: 'km', by: 'PHONE' }] : [],
        admission: admission(s.quiet, s.misses > 1),
        hours: [],
        coversOrigin: s.misses === 1 ? 'NO' : 'YES',
        beds: metersOf(i, 0, seed) > 20_000 ? countedBeds(s.free) : null,
      },
    ]),
  );
  const spots = [...all.keys()].flatMap((serviceId, i) =>
    [0, 1].slice(0, isUnplaced(i) ? 1 : 1 + (i % 2)).map((n): Spot => ({
      serviceId,
      locationId: `${serviceId}-${n}`,
      position: isUnplaced(i) ? null : { latitude: 0, longitude: 0 },
      precision: 'EXACT',
      cell: null,
      country: 'ID',
      meters: isUnplaced(i) ? request.maxDistanceMeters : metersOf(i, n, seed),
      within: true,
      // For some, the nearer place is abroad: what the service misses, it misses at the farther one.
      countryFits: n === 1 || i % 4 !== 1,
      active: true,
    })),
  );
  return { all, spots: spots.sort((a, b) => a.meters - b.meters || (a.serviceId < b.serviceId ? -1 : 1)) };
}

function isSpoken(provider: Provider, speech: SpeechFilter | undefined): boolean {
  const has = (keys: readonly number[]) => speechKeysOf(provider).some((key) => keys.includes(key));
  return speech === undefined || ((speech.any === null || has(speech.any)) && !has(speech.none));
}

/** The next services of a search; no shelter here is full. */
function met(
  all: ReadonlyMap<string, Provider>,
  spots: readonly Spot[],
  { of, speech, from, upTo = Infinity, places }: Way,
  count: (read: number) => void,
): NearestServices {
  const isMet = ({ serviceId, position, meters, countryFits }: Spot) =>
    position !== null && meters >= from && meters <= upTo && (of === 'ALL' || (countryFits && isSpoken(all.get(serviceId)!, speech)));
  const onTheWay = spots.filter(isMet);
  const page = onTheWay.slice(0, places);
  const ids = [...new Set(page.map(({ serviceId }) => serviceId))];
  count(ids.length);
  const services = ids.map((id) => ({ provider: all.get(id)!, spots: spots.filter(({ serviceId }) => serviceId === id) }));
  const rest = upTo === Infinity ? null : Math.floor(upTo) + 1;
  const next = page.length === places ? page.at(-1)!.meters : rest;
  return { services, next, nextMeters: next ?? Infinity };
}

/** The services without a known position. */
const somewhere = (all: ReadonlyMap<string, Provider>, spots: readonly Spot[], of: Way['of']) =>
  spots
    .filter(({ position, countryFits }) => position === null && (of === 'ALL' || countryFits))
    .map((spot) => ({ provider: all.get(spot.serviceId)!, spots: [spot] }));

const viewOf = (all: ReadonlyMap<string, Provider>, spots: readonly Spot[], reads: (count: number) => void): MatchView => ({
  nearest: (_, __, way) => Promise.resolve(met(all, spots, way, reads)),
  unplaced: (_, __, of) => Promise.resolve(somewhere(all, spots, of)),
  considered: () => Promise.resolve(all.size),
  beyond: () => Promise.resolve([]),
  listed: () => Promise.resolve({ services: 0, active: 0 }),
  entries: () => Promise.resolve(new Map()),
});
const stay = { category: 'ACCOMMODATION' as const, beds: 1, member: 0, for: null, interpreter: null };
const idsOf = (list: readonly { judged: { site: Spot } }[]) => list.map(({ judged }) => judged.site.locationId);

describe('findForNeed', () => {
  it('shows on many pages what one page would show', async () => {
    await fc.assert(
      fc.asyncProperty(providers, fc.nat(100_000), async (sketches, seed) => {
        const { all, spots } = directory(sketches, seed);
        const pageOf = (first: number, after: Cursor | null) => {
          const asked = { ...request, first };
          const need = { ...stay, after };
          const weigh = weighing(asked, true, burdenWeights);
          const search = {
            request: asked,
            need,
            judgeAt: judge(asked, need),
            weigh,
            leastAt: leastBurden(asked, need, burdenWeights),
            tie,
            talks: () => speechClasses(asked, need, burdenWeights),
          };
          return findForNeed(
            viewOf(all, spots, () => 0),
            search,
            { considered: false, nearMisses: false, funnel: false, splits: false },
          );
        };
        const whole = await pageOf(300, null);
        const pages: string[] = [];
        for (let end: Cursor | null = null, page = 0; page < 5; page += 1) {
          const found = await pageOf(60, end);
          pages.push(...idsOf(found.shown));
          expect(idsOf(found.candidates)).toEqual(idsOf(whole.candidates).slice(0, 60));
          end = found.end;
        }
        expect(pages).toEqual(idsOf(whole.shown));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('stops early only if the rest cannot change the matches', async () => {
    let read = 0;
    let total = 0;
    await fc.assert(
      fc.asyncProperty(providers, fc.nat(100_000), async (sketches, seed) => {
        const need = stay;
        const weigh = weighing(request, true, burdenWeights);
        const { all, spots } = directory(sketches, seed);
        const view = viewOf(all, spots, (count) => (read += count));
        const search = {
          request,
          need,
          judgeAt: judge(request, need),
          weigh,
          leastAt: leastBurden(request, need, burdenWeights),
          tie,
          talks: () => speechClasses(request, need, burdenWeights),
        };
        const found = await findForNeed(view, search, { considered: true, nearMisses: true, funnel: false, splits: false });
        total += all.size;
        const judgeAt = judge(request, need);
        const everything = [...all.values()].flatMap((provider) =>
          judgeAt(
            provider,
            spots.filter(({ serviceId }) => serviceId === provider.serviceId),
          ),
        );
        expect(idsOf(found.candidates)).toEqual(
          idsOf(rank(everything, weighing(request, true, burdenWeights), tie).slice(0, request.first)),
        );
        const near = new Set([...new Set(spots.map(({ serviceId }) => serviceId))].slice(0, missesAmong.within));
        const missed = idsOf(
          missedBy(
            everything.filter(({ site }) => near.has(site.serviceId)),
            tie,
          ),
        );
        expect(found.missed).toHaveLength(Math.min(3, missed.length));
        expect(missed).toEqual(expect.arrayContaining(idsOf(found.missed)));
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(read).toBeLessThan(total);
  });
});
