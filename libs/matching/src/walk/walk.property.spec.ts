import { describe, expect, it } from '@jest/globals';
import { burdenWeights, unknownRule } from '@haven/kernel';
import fc from 'fast-check';
import type { Provider } from '../judging/candidate.js';
import { judge } from '../judging/judge.js';
import type { SpeechClass } from '../judging/talk/speech-keys.js';
import { weighing } from '../ranking/burden.js';
import { plainRequest as request } from '../request/request.fixture.js';
import type { Need } from '../request/request.js';
import type { MatchView, MetService, NearestServices, Way } from '../ports.js';
import { Walk, WalkWithoutEnd } from './walk.js';

const need: Need = { category: 'LEGAL', beds: null, member: 0, for: null, interpreter: null };

const serviceAt = (meters: number, n: number): MetService => {
  const serviceId = `${n} at ${meters}`;
  const said = { admission: unknownRule, beds: null, hours: [], languages: [], interpreters: [] };
  const provider: Provider = { serviceId, organizationId: 'o', status: 'ACTIVE', ...said, coversOrigin: 'YES' };
  const place = { position: { latitude: 0, longitude: 0 }, precision: 'EXACT' as const, cell: null, country: 'ID' };
  return { provider, spots: [{ serviceId, locationId: serviceId, ...place, meters, within: true, countryFits: true, active: true }] };
};

/** Three classes of services by language. */
const classes: SpeechClass[] = [0, 8_000, 20_000].map((leastMeters) => ({ filter: { any: null, none: [] }, leastMeters }));

const walkOn = (nearest: (way: Way) => NearestServices, talks: (() => SpeechClass[]) | null) => {
  const view: Pick<MatchView, 'nearest' | 'unplaced'> = {
    nearest: (_request, _category, way) => Promise.resolve(nearest(way)),
    unplaced: () => Promise.resolve([]),
  };
  const weigh = weighing(request, false, burdenWeights);
  return new Walk(view as MatchView, { request, need, judgeAt: judge(request, need), weigh, talks }, true);
};

/** Each page is twice as long as the one before. */
const pagesOfOnePath = 22;

describe('a walk', () => {
  it('ends whatever the view returns, and says so if that was no real end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ next: fc.option(fc.nat(1_000)), nextMeters: fc.nat(1_000) }), { minLength: 1 }),
        fc.boolean(),
        fc.constantFrom<Way['of']>('ALL', 'OPEN'),
        async (told, isParted, of) => {
          let pages = 0;
          const most = pagesOfOnePath * (isParted ? 1 + classes.length : 1);
          const walk = walkOn(
            () => {
              // Otherwise a walk without end would be a spec without end.
              if (pages === most) throw new Error('too many pages');
              return { services: [], ...told[pages++ % told.length]! };
            },
            isParted ? () => classes : null,
          );
          const [ended] = await Promise.allSettled([walk.until(of, () => Infinity)]);
          if (ended.status === 'rejected') expect(ended.reason).toBeInstanceOf(WalkWithoutEnd);
          else expect(ended.value).toBe(true);
        },
      ),
    ));

  it('reads every service, also many at one point', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 2_000, size: 'max' }), async (distances) => {
        const all = distances.sort((a, b) => a - b).map(serviceAt);
        const walk = walkOn(({ from, places }) => {
          const services = all.filter(({ spots: [spot] }) => spot!.meters >= from).slice(0, places);
          const next = services.length === places ? services.at(-1)!.spots[0]!.meters : null;
          return { services, next, nextMeters: next ?? Infinity };
        }, null);
        await walk.until('OPEN', () => Infinity);
        expect(walk.judged).toHaveLength(all.length);
      }),
      { numRuns: 20 },
    ));
});
