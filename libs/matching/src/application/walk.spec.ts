import { describe, expect, it } from '@jest/globals';
import { nothingSaid, personOf } from '@haven/kernel';
import type { Provider, Spot } from '../domain/candidate.js';
import { judge } from '../domain/judge.js';
import type { MatchRequest, Need } from '../domain/request.js';
import type { MatchView } from './ports.js';
import { Walk } from './walk.js';

const request: MatchRequest = {
  origin: { latitude: 0, longitude: 0 },
  originCountry: 'ID',
  needs: [],
  party: [personOf('WOMAN', 30)],
  languages: ['km'],
  avoid: [],
  maxDistanceMeters: 100_000,
  border: 'CLOSED',
  at: new Date('2026-11-24T00:00:00Z'),
  first: 10,
};
const need: Need = { category: 'LEGAL', beds: null, member: 0, for: null, interpreter: null };

const serviceAt = (meters: number, active = true) => {
  const serviceId = `at ${meters}`;
  const provider: Provider = {
    ...{ serviceId, organizationId: 'o', status: active ? 'ACTIVE' : 'INACTIVE', languages: [], interpreters: [] },
    ...{ admission: nothingSaid, beds: null, hours: [], coversOrigin: 'YES' },
  };
  const spot: Spot = {
    ...{ serviceId, locationId: serviceId, position: { latitude: 0, longitude: 0 }, cell: null, country: 'ID' },
    ...{ meters, within: true, countryFits: true, active },
  };
  return { provider, spots: [spot] };
};
const services = [serviceAt(1), serviceAt(2, false), serviceAt(3)];

/** A directory in pages of one place; what is not active stands beside the open way. */
const view: Pick<MatchView, 'nearest'> = {
  nearest: (_request, _category, { of, from }) => {
    const [first, second] = services.filter(({ spots: [spot] }) => (of === 'ALL' || spot!.active) && spot!.meters > from);
    const next = second ? first!.spots[0]!.meters : null;
    return Promise.resolve({ services: first ? [first] : [], next, nextMeters: next ?? Infinity });
  },
};
const walk = () => new Walk(view as MatchView, { request, need, judgeAt: judge(request, need), talks: [] });

describe('how many active services there are', () => {
  it('is known where all were met', async () => {
    const whole = walk();
    await whole.until('ALL', () => false);
    expect(whole.active()).toBe(2);
  });

  it('is not known before the end of the way', async () => {
    const begun = walk();
    await begun.until('ALL', () => true);
    expect(begun.active()).toBeNull();
  });

  it('is not known where some may have been passed by', async () => {
    const open = walk();
    await open.until('OPEN', () => false);
    expect(open.active()).toBeNull();
  });
});
