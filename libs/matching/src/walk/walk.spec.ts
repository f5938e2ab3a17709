import { describe, expect, it } from '@jest/globals';
import { burdenWeights, unknownRule, type AdmissionRule } from '@haven/kernel';
import type { Provider, Spot } from '../judging/candidate.js';
import { judge } from '../judging/judge.js';
import { weighing } from '../ranking/burden.js';
import { plainRequest as request } from '../request/request.fixture.js';
import type { Need } from '../request/request.js';
import type { MatchView } from '../ports.js';
import { Walk } from './walk.js';

const need: Need = { category: 'LEGAL', beds: null, member: 0, for: null, interpreter: null };

const serviceAt = (meters: number, active = true, admission: AdmissionRule = unknownRule) => {
  const serviceId = `at ${meters}`;
  const provider: Provider = {
    ...{ serviceId, organizationId: 'o', status: active ? 'ACTIVE' : 'INACTIVE', languages: [], interpreters: [] },
    ...{ admission, beds: null, hours: [], coversOrigin: 'YES' },
  };
  const spot: Spot = {
    ...{ serviceId, locationId: serviceId, position: { latitude: 0, longitude: 0 }, precision: 'EXACT', cell: null, country: 'ID' },
    ...{ meters, within: true, countryFits: true, active },
  };
  return { provider, spots: [spot] };
};
const forMen: AdmissionRule = {
  ...unknownRule,
  persons: [{ genders: ['MAN'], minimumAge: null, maximumAge: null, accompaniedOnly: false }],
};
const services = [serviceAt(1), serviceAt(2, false), serviceAt(3), serviceAt(4, true, forMen)];

/** A directory in pages of one place; inactive services are skipped if only open ones are wanted. */
const view: Pick<MatchView, 'nearest' | 'unplaced'> = {
  unplaced: () => Promise.resolve([]),
  nearest: (_request, _category, { of, from }) => {
    const [first, second] = services.filter(({ spots: [spot] }) => (of === 'ALL' || spot!.active) && spot!.meters > from);
    const next = second ? first!.spots[0]!.meters : null;
    return Promise.resolve({ services: first ? [first] : [], next, nextMeters: next ?? Infinity });
  },
};
const search = {
  ...{ request, need, judgeAt: judge(request, need), talks: null },
  weigh: weighing(request, false, burdenWeights),
};
const walk = (isSparing = true) => new Walk(view as MatchView, search, isSparing);

describe('how many active services there are', () => {
  it('is known if all were read', async () => {
    const whole = walk();
    await whole.until('ALL', () => Infinity);
    expect(whole.active()).toBe(3);
  });

  it('is not known before the end', async () => {
    const begun = walk();
    await begun.until('ALL', () => -Infinity);
    expect(begun.active()).toBeNull();
  });

  it('is not known if some may have been skipped', async () => {
    const open = walk();
    await open.until('OPEN', () => Infinity);
    expect(open.active()).toBeNull();
  });
});

describe('a service whose rule refuses somebody', () => {
  const met = async (isSparing: boolean) => {
    const open = walk(isSparing);
    await open.until('OPEN', () => Infinity);
    return open.judged.map(({ site }) => site.serviceId);
  };

  it('is not judged if only matches are wanted', async () => {
    expect(await met(true)).toEqual(['at 1', 'at 3']);
  });

  it('is judged if the outcome of the need is wanted', async () => {
    expect(await met(false)).toEqual(['at 1', 'at 3', 'at 4']);
  });
});

describe('a service that costs more in any case than the wanted best ones', () => {
  const met = async (wanted: number, of: 'ALL' | 'OPEN') => {
    const leastAt = (_provider: Provider, spots: readonly Spot[]) => spots[0]!.meters * 1e6;
    const way = new Walk(view as MatchView, { ...search, leastAt }, true, wanted);
    await way.until(of, () => Infinity);
    return way.judged.map(({ site }) => site.serviceId);
  };

  it('is not judged if only matches are wanted', async () => {
    expect(await met(1, 'OPEN')).toEqual(['at 1']);
    expect(await met(2, 'OPEN')).toEqual(['at 1', 'at 3']);
  });

  it('is judged in a walk through all services', async () => {
    expect(await met(1, 'ALL')).toEqual(['at 1', 'at 2', 'at 3', 'at 4']);
  });
});
