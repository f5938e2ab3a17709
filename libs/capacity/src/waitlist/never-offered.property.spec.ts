import type { BedPoolView } from '@haven/events';
import { unknownRule, type Gender, type PersonClause } from '@haven/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PartyMember } from '../placing/hold-request.js';
import { bedsAllowed, intakeRefusal, usualIntake, type Intake } from '../placing/intake.js';
import { neverOffered } from './never-offered.js';
import { bedsOf, placeHold } from '../placing/place-hold.js';
import { roomsUnder } from '../placing/rooms.js';

const clause = (genders: readonly Gender[] | null, minimumAge: number | null): PersonClause => ({
  genders,
  minimumAge,
  maximumAge: null,
  accompaniedOnly: false,
});
const pool = (id: string, total: number, persons: readonly PersonClause[] | null): BedPoolView => ({
  ...{ id, serviceId: 'house', name: id, total, occupied: total, held: 0, outOfService: 0, free: 0, version: 1, confirmedAt: null },
  admits: { ...unknownRule, persons } as BedPoolView['admits'],
});

const pools = fc.array(
  fc.record({
    total: fc.integer({ min: 0, max: 3 }),
    leaving: fc.integer({ min: 0, max: 2 }),
    given: fc.boolean(),
    persons: fc.constantFrom(
      null,
      [clause(['WOMAN'], null)],
      [clause(['MAN'], null)],
      [clause(['WOMAN'], 18), clause(['MAN'], 18)],
      [{ ...clause(null, null), maximumAge: 12 }],
    ),
  }),
  { minLength: 1, maxLength: 3 },
);
const party = fc.array(fc.record({ gender: fc.constantFrom('WOMAN', 'MAN', 'UNDISCLOSED'), age: fc.constantFrom(30, 9, null) }), {
  minLength: 1,
  maxLength: 4,
});
const optional = (most: number) => fc.option(fc.integer({ min: 1, max: most }));

/** Every possible number of free beds in the pools. */
const waysToBeFree = (most: readonly number[]): number[][] =>
  most.reduce<number[][]>((ways, beds) => ways.flatMap((way) => Array.from({ length: beds + 1 }, (_, free) => [...way, free])), [[]]);

const isOffered = (members: readonly PartyMember[], all: readonly BedPoolView[], beds: number | null, intake: Intake): boolean => {
  const placed = placeHold(members, roomsUnder(unknownRule, all), beds, bedsAllowed(intake, 0));
  return placed.kind === 'TAKEN' && intakeRefusal(intake, 0, bedsOf(placed)) === null;
};

describe('neverOffered', () => {
  it('refuses exactly the parties that could get no offer even if all beds were free', () => {
    fc.assert(
      fc.property(pools, party, optional(5), optional(4), (rooms, members, beds, mostBedsPerOrganization) => {
        const all = rooms.map(({ total, persons }, n) => pool(`pool-${n}`, total, persons));
        const leaving = new Map(rooms.map((room, n) => [`pool-${n}`, room.leaving]));
        const intake = { ...usualIntake, mostBedsPerOrganization };
        const given = new Set(rooms.flatMap((room, n) => (room.given ? [`pool-${n}`] : [])));
        const enough = Math.max(members.length, beds ?? 0);
        const most = rooms.map((room) => (room.given && room.total > room.leaving ? room.total - room.leaving : enough));
        const couldBe = waysToBeFree(most).some((free) =>
          isOffered(
            members,
            all.map((one, n) => ({ ...one, free: free[n]! })),
            beds,
            intake,
          ),
        );
        expect(neverOffered({ party: members, beds }, intake, { rule: unknownRule, pools: all, leaving, given }) === null).toBe(couldBe);
      }),
      { numRuns: 1_500 },
    );
  });

  it('gives the reason', () => {
    const women = {
      rule: unknownRule,
      pools: [pool('women', 2, [clause(['WOMAN'], null)])],
      leaving: new Map<string, number>(),
      given: new Set(['women']),
    };
    const why = (members: readonly Gender[], said: Partial<Intake> = {}) =>
      neverOffered({ party: members.map((gender) => ({ gender, age: 30 })) }, { ...usualIntake, ...said }, women)?.map(({ code }) => code);
    expect(why(['WOMAN'])).toBeUndefined();
    expect(why(['WOMAN'], { open: false })).toEqual(['INTAKE_CLOSED']);
    expect(why(['WOMAN', 'WOMAN'], { mostBedsPerOrganization: 1 })).toEqual(['HOLD_LIMIT']);
    expect(why(['WOMAN', 'MAN'])).toEqual(['NOT_ADMITTED_PERSONS']);
    expect(why(['WOMAN', 'WOMAN', 'WOMAN'])).toEqual(['TOO_FEW_BEDS']);
  });

  describe('refuses nobody because of a number of beds that staff have not given', () => {
    const [women, men] = [[clause(['WOMAN'], null)], [clause(['MAN'], null)]];
    const why = (forWomen: number, given: readonly string[], party: readonly Gender[], said: Partial<Intake> = {}) =>
      neverOffered(
        { party: party.map((gender) => ({ gender, age: 30 })) },
        { ...usualIntake, ...said },
        { rule: unknownRule, pools: [pool('women', forWomen, women), pool('men', 3, men)], leaving: new Map(), given: new Set(given) },
      )?.map(({ code }) => code);

    it('if a directory gives only free beds', () => {
      expect(why(0, ['men'], ['WOMAN'])).toBeUndefined();
      expect(why(1, ['men'], ['WOMAN', 'WOMAN'])).toBeUndefined();
      expect(why(1, ['women'], ['WOMAN', 'WOMAN'])).toEqual(['TOO_FEW_BEDS']);
    });

    it('or if a room has no bed on record', () => {
      expect(why(0, ['women', 'men'], ['WOMAN'])).toBeUndefined();
    });

    it('but still by the rules and the limit', () => {
      expect(why(0, [], ['NON_BINARY'])).toEqual(['NOT_ADMITTED_PERSONS']);
      expect(why(0, [], ['WOMAN', 'WOMAN'], { mostBedsPerOrganization: 1 })).toEqual(['HOLD_LIMIT']);
    });
  });
});
