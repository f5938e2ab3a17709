import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveRule, unknownRule } from '../admission/admission.js';
import type { AdmissionRule, PersonClause } from '../admission/admission.js';
import { admits, overall } from '../admission/admits.js';
import { personOf } from '../admission/person.js';
import type { Person } from '../admission/person.js';
import { placeParty } from './place-party.js';
import type { PlacingPool } from './place-party.js';

const clause = (part: Partial<PersonClause>): PersonClause => ({
  genders: null,
  minimumAge: null,
  maximumAge: null,
  accompaniedOnly: false,
  ...part,
});
/** A rule that leaves no question about a person with known gender and age. */
const only = (...persons: PersonClause[]): AdmissionRule => ({
  ...unknownRule,
  persons,
  legalStatuses: ['CITIZEN'],
  nationalities: ['TH'],
  exploitation: ['SEXUAL'],
});
const known = (person: Person): Person => ({ ...person, legalStatus: 'CITIZEN', nationality: 'TH', exploitation: ['SEXUAL'] });
const woman = known(personOf('WOMAN', 30));
const man = known(personOf('MAN', 30));
const boy = known(personOf('MAN', 5));
const forWomen = only(clause({ genders: ['WOMAN'] }), clause({ maximumAge: 12, accompaniedOnly: true }));
const forMen = only(clause({ genders: ['MAN'] }));
const pool = (id: string, rule: AdmissionRule, free: number): PlacingPool => ({ id, admits: rule, free });

describe('placeParty', () => {
  it('is an assignment, not a sum', () => {
    expect(placeParty([woman, man], [pool('w', forWomen, 5), pool('m', forMen, 0)]).kind).toBe('NO_ROOM');
    expect(placeParty([woman, man], [pool('w', forWomen, 1), pool('m', forMen, 1)])).toMatchObject({ kind: 'PLACED', pools: ['w', 'm'] });
  });

  it('moves the boy to the men’s room when his mother needs the last women’s bed', () => {
    expect(placeParty([boy, woman], [pool('w', forWomen, 1), pool('m', forMen, 1)])).toMatchObject({ kind: 'PLACED', pools: ['m', 'w'] });
  });

  it('distinguishes "not admitted" from "no room"', () => {
    expect(placeParty([man], [pool('w', forWomen, 5)]).kind).toBe('NOT_ADMITTED');
    expect(placeParty([woman], [pool('w', forWomen, 0)]).kind).toBe('NO_ROOM');
    expect(placeParty([woman], []).kind).toBe('NOT_ADMITTED');
  });

  it('asks if the placement depends on unknown facts', () => {
    const quiet = { ...forWomen, nationalities: null };
    expect(placeParty([woman], [pool('w', quiet, 1)])).toMatchObject({ kind: 'ASK', open: [{ part: 'nationalities', silent: 'PLACE' }] });
    expect(placeParty([woman], [pool('w', quiet, 1), pool('x', forWomen, 1)])).toMatchObject({ kind: 'PLACED', pools: ['x'] });
  });

  it('asks when a room takes somebody only in company, and the company sleeps elsewhere', () => {
    const couples = only(clause({ genders: ['WOMAN'] }), clause({ genders: ['MAN'], accompaniedOnly: true }));
    const open = [{ part: 'persons', silent: 'PLACE' }];
    const apart = [pool('c', couples, 1), pool('w', forWomen, 1)];
    expect(placeParty([woman, man], apart)).toMatchObject({ kind: 'ASK', pools: ['w', 'c'], open });
    expect(placeParty([woman, { ...man, carer: 0 }], apart)).toMatchObject({ kind: 'ASK', open });
    expect(placeParty([woman, man], [pool('c', couples, 2), pool('w', forWomen, 1)])).toMatchObject({ kind: 'PLACED', pools: ['c', 'c'] });
    expect(placeParty([woman, { ...man, carer: 0 }, woman], [pool('w', forWomen, 1), pool('c', couples, 2)]).kind).toBe('PLACED');
  });

  it('keeps company within a house in several rooms, unless the room itself asks for it', () => {
    const house = only(clause({ genders: ['WOMAN'] }), clause({ genders: ['MAN'], accompaniedOnly: true }));
    const rooms = ['one', 'two'].map((id) => ({ id, admits: effectiveRule(house, unknownRule), free: 1 }));
    expect(placeParty([woman, man], rooms).kind).toBe('PLACED');
  });

  it('takes spare beds from any pool beside the assignment', () => {
    expect(placeParty([woman], [pool('w', forWomen, 1), pool('m', forMen, 1)], 2)).toMatchObject({
      kind: 'PLACED',
      beds: [
        { poolId: 'w', beds: 1 },
        { poolId: 'm', beds: 1 },
      ],
    });
    expect(placeParty([woman], [pool('w', forWomen, 1)], 2).kind).toBe('NO_ROOM');
  });

  it('lets children share the pool of somebody who has a bed there', () => {
    const pools = [pool('w', forWomen, 1), pool('m', forMen, 3)];
    expect(placeParty([woman, boy], pools, 1)).toMatchObject({ kind: 'PLACED', beds: [{ poolId: 'w', beds: 1 }], pools: ['w', 'w'] });
  });

  it('takes more beds than requested if no single pool admits all: nobody is left out', () => {
    const pools = [pool('w', forWomen, 1), pool('m', forMen, 3)];
    const both = [
      { poolId: 'w', beds: 1 },
      { poolId: 'm', beds: 1 },
    ];
    expect(placeParty([woman, man], pools, 1)).toMatchObject({ kind: 'PLACED', beds: both, pools: ['w', 'm'] });
    expect(placeParty([woman, man, woman], pools, 1)).toMatchObject({ kind: 'PLACED', beds: both, pools: ['w', 'm', 'w'] });
    expect(placeParty([woman, man], [pool('w', forWomen, 1), pool('m', forMen, 0)], 1).kind).toBe('NO_ROOM');
  });
});

/** Pools that each admit some of the members, by age. */
const roomOf = (id: string, ages: readonly number[], free: number): PlacingPool =>
  pool(id, only(...ages.map((age) => clause({ minimumAge: age, maximumAge: age }))), free);
const aged = (age: number, carer: number | null = null): Person => ({ ...known(personOf('WOMAN', age)), carer });

describe('children', () => {
  const apartIn = (party: readonly Person[], rooms: readonly PlacingPool[], beds?: number) => {
    const placed = placeParty(party, rooms, beds);
    return 'pools' in placed ? { pools: placed.pools, apart: placed.apart } : placed.kind;
  };

  it('sleep in the pool of their mother, whatever comes first in the list', () => {
    const rooms = [roomOf('a', [30], 1), roomOf('b', [1], 1), roomOf('c', [30, 1], 2)];
    expect(apartIn([aged(30), aged(1)], rooms)).toEqual({ pools: ['c', 'c'], apart: [] });
  });

  it('stay with their carer of 17 rather than with another adult', () => {
    const rooms = [roomOf('a', [40, 1], 2), roomOf('b', [17, 1], 2)];
    expect(apartIn([aged(17), aged(1, 0), aged(40)], rooms)).toEqual({ pools: ['b', 'b', 'a'], apart: [] });
    expect(apartIn([aged(17), aged(1), aged(40)], rooms)).toEqual({ pools: ['b', 'a', 'a'], apart: [] });
  });

  it('are with an adult if they cannot be with their carer', () => {
    expect(apartIn([aged(17), aged(1, 0), aged(40)], [roomOf('a', [40, 1], 2), roomOf('b', [17], 2)])).toMatchObject({
      pools: ['b', 'a', 'a'],
    });
  });

  it('who must sleep apart are named, but not those who came alone or are old enough', () => {
    const rooms = [roomOf('women', [30, 13], 3), roomOf('children', [1, 12], 3)];
    expect(apartIn([aged(30), aged(12), aged(13), aged(1)], rooms)).toMatchObject({ apart: [1, 3] });
    expect(apartIn([aged(12), aged(1)], rooms)).toMatchObject({ apart: [] });
    expect(apartIn([aged(12), known(personOf('WOMAN', null))], [roomOf('c', [12], 1), pool('x', forWomen, 1)])).toMatchObject({
      apart: [],
    });
  });

  it('get one more bed rather than sleep alone, unless no more may be taken', () => {
    const party = [aged(30), aged(60), aged(1), aged(15)];
    const rooms = [roomOf('first', [30, 60], 2), roomOf('young', [1, 15], 2), roomOf('both', [30, 1], 2)];
    expect(placeParty(party, rooms, 1)).toMatchObject({ apart: [], pools: ['both', 'first', 'both', 'young'] });
    expect(placeParty(party, rooms, 1, 2)).toMatchObject({ apart: [2], pools: ['first', 'first', 'young', 'young'] });
  });

  it('are asked about rather than certainly put apart', () => {
    const quiet = { ...only(clause({})), nationalities: null };
    const rooms = [roomOf('women', [30], 1), roomOf('children', [1], 1), pool('family', quiet, 2)];
    expect(placeParty([aged(30), aged(1)], rooms)).toMatchObject({ kind: 'ASK', pools: ['family', 'family'] });
  });
});

const people = fc
  .array(fc.record({ age: fc.constantFrom(1, 5, 12, 13, 17, 18, 30, null), carer: fc.option(fc.nat(4)) }), { minLength: 1, maxLength: 5 })
  .map((list) =>
    list.map(({ age, carer }, i): Person => ({
      ...known(personOf('WOMAN', age)),
      carer: carer !== null && carer < list.length && carer !== i ? carer : null,
    })),
  );
const agesOf = fc.subarray([1, 5, 12, 13, 17, 18, 30]);
const rooms = fc
  .array(fc.record({ ages: agesOf, free: fc.integer({ min: 0, max: 4 }), says: fc.boolean() }), { maxLength: 4 })
  .map((list) =>
    list.map(({ ages, free, says }, i) => {
      const one = roomOf(`p${i}`, ages, free);
      return says ? one : { ...one, admits: { ...(one.admits as AdmissionRule), nationalities: null } };
    }),
  );

interface Way {
  readonly apart: number;
  readonly withOther: number;
  readonly pools: number;
}
const worseBy = (a: Way, b: Way) => a.apart - b.apart || a.withOther - b.withOther || a.pools - b.pools;

/** How children sleep, by the text of the rule. */
function wayOf(party: readonly Person[], inPool: readonly number[]): Way {
  const isWith = (child: number, test: (other: Person, index: number) => boolean) =>
    party.some((other, i) => i !== child && inPool[i] === inPool[child] && test(other, i));
  const isAdult = ({ age }: Person) => age !== null && age >= 18;
  const children = party.flatMap(({ age, carer }, i) =>
    age !== null && age < 13 && (carer !== null || party.some(isAdult)) ? [{ i, carer }] : [],
  );
  const unkept = children.filter(({ i, carer }) => !isWith(i, (other, n) => (carer === null ? isAdult(other) : n === carer)));
  const apart = unkept.filter(({ i }) => !isWith(i, isAdult)).length;
  return { apart, withOther: unkept.length - apart, pools: new Set(inPool).size };
}

/** Tries every way to put each member into a pool, and returns the best one with enough beds. */
function bestWay(
  party: readonly Person[],
  pools: readonly PlacingPool[],
  beds: number,
  allowed: readonly string[],
  most = Infinity,
): Way | null {
  if (pools.reduce((sum, { free }) => sum + free, 0) < beds) return null;
  const fits = party.map((p) => pools.map((room) => room.free > 0 && allowed.includes(overall(admits(room.admits, p, party)))));
  let best: Way | null = null;
  const go = (inPool: readonly number[]): void => {
    if (inPool.length < party.length) return pools.forEach((_, i) => fits[inPool.length]![i] && go([...inPool, i]));
    const own = pools.reduce((sum, { free }, i) => sum + Math.min(free, inPool.filter((at) => at === i).length), 0);
    const way = wayOf(party, inPool);
    if (own >= Math.min(beds, party.length) && way.pools <= most && (!best || worseBy(way, best) < 0)) best = way;
  };
  go([]);
  return best;
}

describe('placeParty against a search of all ways', () => {
  const cases = [people, rooms, fc.integer({ min: 1, max: 6 })] as const;

  it('finds a placement exactly when there is one, parts no child that could stay, and uses the fewest pools', () => {
    fc.assert(
      fc.property(...cases, (party, pools, beds) => {
        const placed = placeParty(party, pools, beds);
        const [sure, maybe] = [bestWay(party, pools, beds, ['FITS']), bestWay(party, pools, beds, ['FITS', 'UNKNOWN'])];
        if (!('pools' in placed)) return expect(maybe).toBeNull();
        const isSure = sure !== null && worseBy({ ...sure, pools: 0 }, { ...maybe!, pools: 0 }) <= 0;
        expect(placed.kind).toBe(isSure ? 'PLACED' : 'ASK');
        const way = wayOf(
          party,
          placed.pools.map((id) => pools.findIndex((one) => one.id === id)),
        );
        expect(way).toEqual(isSure ? sure : maybe);
        expect(placed.apart).toHaveLength(way.apart);
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes free beds only, and as many as were requested or the pools need', () => {
    fc.assert(
      fc.property(...cases, (party, pools, beds) => {
        const placed = placeParty(party, pools, beds);
        if (!('pools' in placed)) return;
        expect(placed.beds.reduce((sum, b) => sum + b.beds, 0)).toBe(Math.max(beds, new Set(placed.pools).size));
        placed.beds.forEach((taken) => expect(taken.beds).toBeLessThanOrEqual(pools.find((r) => r.id === taken.poolId)!.free));
        placed.pools.forEach((id, i) => {
          expect(placed.beds.some((taken) => taken.poolId === id)).toBe(true);
          expect(overall(admits(pools.find((one) => one.id === id)!.admits, party[i]!, party))).not.toBe('FAILS');
        });
      }),
      { numRuns: 1_500 },
    );
  });

  it('takes no more beds than allowed if that is enough, and then separates as few children as possible', () => {
    fc.assert(
      fc.property(...cases, fc.integer({ min: 1, max: 3 }), (party, pools, beds, most) => {
        const placed = placeParty(party, pools, beds, most);
        const within = bestWay(party, pools, beds, ['FITS', 'UNKNOWN'], Math.max(beds, most));
        if (!within) return;
        const taken = 'beds' in placed ? placed.beds.reduce((sum, b) => sum + b.beds, 0) : Infinity;
        expect(taken).toBeLessThanOrEqual(Math.max(beds, most));
        expect('apart' in placed && placed.apart.length).toBe(within.apart);
      }),
      { numRuns: 1_500 },
    );
  });
});
