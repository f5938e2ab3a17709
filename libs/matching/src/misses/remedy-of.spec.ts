import { describe, expect, it } from '@jest/globals';
import type { AvailabilitySnapshot } from '@haven/events';
import { unknownRule, personOf, type AdmissionRule, type Person } from '@haven/kernel';
import type { Provider, Spot } from '../judging/candidate.js';
import { judge } from '../judging/judge.js';
import type { MatchRequest } from '../request/request.js';
import { remedyOf } from './remedy-of.js';
import { fitsWithout } from './without.js';

const adults = (gender: 'WOMAN' | 'MAN'): AdmissionRule => ({
  ...unknownRule,
  persons: [
    { genders: [gender], minimumAge: 18, maximumAge: null, accompaniedOnly: false },
    { genders: null, minimumAge: null, maximumAge: 12, accompaniedOnly: true },
  ],
});
const mother = personOf('WOMAN', 30);
const son = personOf('MAN', 5, 0);
const man = personOf('MAN', 40);

interface Room {
  readonly admits?: AdmissionRule;
  readonly free: number;
  readonly held?: number;
  readonly occupied?: number;
}

/** The judgement of a shelter that fails only one constraint. */
function missed(party: readonly Person[], admission: AdmissionRule, rooms: readonly Room[], adviceFor?: number) {
  const request = { party, languages: ['km'], avoid: [], originCountry: 'ID', border: 'CLOSED', at: new Date('2026-11-24T00:00:00Z') };
  const asked = request as unknown as MatchRequest;
  const stay = { category: 'ACCOMMODATION' as const, beds: party.length, member: 0, for: null, interpreter: null };
  const need = adviceFor === undefined ? stay : { category: 'LEGAL' as const, beds: null, member: adviceFor, for: null, interpreter: null };
  const pools = rooms.map(({ admits = unknownRule, free, held = 0, occupied = 0 }) => ({
    ...{ admits, free, held, occupied, outOfService: 0 },
    total: free + held + occupied,
  }));
  const beds = { status: 'CAPACITY' as const, confirmedAt: null, pools };
  const provider: Provider = {
    serviceId: 's',
    organizationId: 'o',
    status: 'ACTIVE',
    languages: [],
    interpreters: [],
    admission,
    beds,
    coversOrigin: 'YES',
    hours: [],
  };
  const spot: Spot = {
    ...{ serviceId: 's', locationId: 's-0', position: { latitude: 0, longitude: 0 }, precision: 'EXACT', cell: null, country: 'ID' },
    ...{ meters: 1, within: true, countryFits: true, active: true },
  };
  const judged = judge(asked, need)(provider, [spot])[0]!;
  expect(judged.failed).toHaveLength(1);
  const without = fitsWithout(asked, need);
  return remedyOf(asked, need, { judged, failed: judged.failed[0]! }, beds as unknown as AvailabilitySnapshot, without);
}

describe('remedyOf', () => {
  it.each<[string, Person[], AdmissionRule, Room[], object]>([
    ['waits for held beds that would do', [mother], unknownRule, [{ free: 0, held: 1 }], { remedy: 'WAIT_FOR_BED', member: null }],
    [
      'not for those of others',
      [mother],
      unknownRule,
      [
        { free: 0, occupied: 1 },
        { free: 0, held: 1, admits: adults('MAN') },
      ],
      { remedy: 'JOIN_WAITLIST' },
    ],
    [
      'parts a man from a mother with her child',
      [mother, son, man],
      unknownRule,
      [{ free: 2, occupied: 1 }],
      { remedy: 'SPLIT_PARTY', member: null },
    ],
    ['cannot help where beds are too few in all', [mother, son], unknownRule, [{ free: 1 }], { remedy: 'NONE' }],
    ['says who is shut out by the service', [mother, son, man], adults('WOMAN'), [{ free: 9 }], { remedy: 'SPLIT_PARTY', member: 2 }],
    [
      'says who is shut out of every room',
      [mother, son, man],
      unknownRule,
      [{ free: 9, admits: adults('WOMAN') }],
      { remedy: 'SPLIT_PARTY', member: 2 },
    ],
    ['calls for a mother with her child', [mother, son], adults('MAN'), [{ free: 9 }], { remedy: 'CALL_AND_ASK', member: 0 }],
    ['calls for somebody alone', [man], adults('WOMAN'), [{ free: 9 }], { remedy: 'CALL_AND_ASK', member: 0 }],
  ])('%s', (_, party, admission, rooms, expected) => expect(missed(party, admission, rooms)).toMatchObject(expected));

  it('says that the person with the need does not fit, and nobody else', () => {
    const failed = { code: 'NOT_ADMITTED_PERSONS', data: { member: 2 } };
    expect(missed([mother, son, man], adults('WOMAN'), [], 2)).toMatchObject({ remedy: 'CALL_AND_ASK', member: 2, failed });
  });

  it('says of each who is shut out, and whom to ask about', () => {
    const home = { ...unknownRule, persons: [{ genders: ['WOMAN' as const], minimumAge: 8, maximumAge: 17, accompaniedOnly: false }] };
    const all = missed([mother, son, man], home, [{ free: 9 }]);
    expect(all).toMatchObject({
      member: 0,
      members: [0, 1, 2],
      remedy: 'CALL_AND_ASK',
      failed: { data: { member: 0, members: [0, 1, 2] } },
    });
    const one = missed([mother, son, man], adults('WOMAN'), [{ free: 9 }]);
    expect(one).toMatchObject({ member: 2, members: [2], failed: { data: { member: 2 } } });
    expect(one.failed.data).not.toHaveProperty('members');
    const rooms = missed([mother, man, { ...man }], unknownRule, [{ free: 9, admits: adults('WOMAN') }]);
    expect(rooms).toMatchObject({ member: 1, members: [1, 2] });
  });

  it('says by which rule somebody of several is shut out', () => {
    const women = adults('WOMAN').persons!.map(({ genders, minimumAge, maximumAge, accompaniedOnly }) => ({
      ...{ genders, minimumAge, maximumAge, accompaniedOnly },
    }));
    const roomy = missed([mother, man], unknownRule, [{ free: 9, admits: adults('WOMAN') }]);
    expect(roomy.failed).toMatchObject({ code: 'NOT_ADMITTED_PERSONS', data: { member: 1, persons: women } });
    expect(missed([man], adults('WOMAN'), [{ free: 9 }]).failed.data).toEqual({ persons: women });
  });
});
