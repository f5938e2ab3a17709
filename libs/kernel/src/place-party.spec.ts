import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nothingSaid } from './admission.js';
import type { AdmissionRule, PersonClause } from './admission.js';
import { admits, overall, personOf } from './admits.js';
import type { Person } from './admits.js';
import { placeParty } from './place-party.js';
import type { PlacingPool } from './place-party.js';

const clause = (part: Partial<PersonClause>): PersonClause => ({
  genders: null,
  minimumAge: null,
  maximumAge: null,
  accompaniedOnly: false,
  ...part,
});
/** A rule that leaves nothing open for a person of whom only gender and age are known. */
const only = (...persons: PersonClause[]): AdmissionRule => ({
  ...nothingSaid,
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

  it('moves whoever can move: the boy goes to the men’s room when the mother needs the last women’s bed', () => {
    expect(placeParty([boy, woman], [pool('w', forWomen, 1), pool('m', forMen, 1)])).toMatchObject({ kind: 'PLACED', pools: ['m', 'w'] });
  });

  it('tells no admission from no room', () => {
    expect(placeParty([man], [pool('w', forWomen, 5)]).kind).toBe('NOT_ADMITTED');
    expect(placeParty([woman], [pool('w', forWomen, 0)]).kind).toBe('NO_ROOM');
    expect(placeParty([woman], []).kind).toBe('NOT_ADMITTED');
  });

  it('asks when it holds only if what is unknown holds', () => {
    const quiet = { ...forWomen, nationalities: null };
    expect(placeParty([woman], [pool('w', quiet, 1)])).toMatchObject({ kind: 'ASK', open: [{ part: 'nationalities', silent: 'PLACE' }] });
    expect(placeParty([woman], [pool('w', quiet, 1), pool('x', forWomen, 1)])).toMatchObject({ kind: 'PLACED', pools: ['x'] });
  });

  it('takes spare beds anywhere beside the assignment', () => {
    expect(placeParty([woman], [pool('w', forWomen, 1), pool('m', forMen, 1)], 2)).toMatchObject({
      kind: 'PLACED',
      beds: [
        { poolId: 'w', beds: 1 },
        { poolId: 'm', beds: 1 },
      ],
    });
    expect(placeParty([woman], [pool('w', forWomen, 1)], 2).kind).toBe('NO_ROOM');
  });

  it('lets children share, in the pool of somebody who has a bed there', () => {
    const pools = [pool('w', forWomen, 1), pool('m', forMen, 3)];
    expect(placeParty([woman, boy], pools, 1)).toMatchObject({ kind: 'PLACED', beds: [{ poolId: 'w', beds: 1 }], pools: ['w', 'w'] });
  });

  it('takes more beds than asked for where no single pool admits all: nobody stays outside', () => {
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

const party = fc.array(fc.constantFrom(woman, man, boy, known(personOf('UNDISCLOSED', 20)), known(personOf('WOMAN', null))), {
  minLength: 1,
  maxLength: 5,
});
const rules = fc.constantFrom(forWomen, forMen, only(clause({ minimumAge: 18 })), only(clause({ maximumAge: 17 })), only(clause({})), {
  ...forMen,
  persons: null,
});
const pools = fc
  .array(fc.record({ rule: rules, free: fc.integer({ min: 0, max: 3 }) }), { maxLength: 4 })
  .map((list) => list.map((p, i) => pool(`p${i}`, p.rule, p.free)));

/** Every way to give each member a pool and a bed or none, tried in turn. */
function possible(people: readonly Person[], rooms: readonly PlacingPool[], beds: number, allowed: readonly string[]): boolean {
  const fits = people.map((p) => rooms.map((room) => allowed.includes(overall(admits(room.admits, p, people)))));
  const total = rooms.reduce((sum, room) => sum + room.free, 0);
  const own = Math.min(beds, people.length);
  const go = (member: number, inBed: number[], sharing: number[]): boolean => {
    if (member < people.length) {
      return rooms.some((_, r) => fits[member]![r] && (go(member + 1, [...inBed, r], sharing) || go(member + 1, inBed, [...sharing, r])));
    }
    return (
      inBed.length === own &&
      rooms.every((room, r) => inBed.filter((b) => b === r).length <= room.free) &&
      sharing.every((r) => inBed.includes(r))
    );
  };
  return total >= beds && go(0, [], []);
}

/** The fewest pools with a free bed that could take everybody between them; Infinity when none could. */
function fewestPoolsFor(people: readonly Person[], rooms: readonly PlacingPool[], allowed: readonly string[]): number {
  const open = rooms.filter((room) => room.free > 0);
  let fewest = Infinity;
  for (let chosen = 0; chosen < 2 ** open.length; chosen += 1) {
    const some = open.filter((_, i) => chosen & (1 << i));
    const all = people.every((p) => some.some((room) => allowed.includes(overall(admits(room.admits, p, people)))));
    if (all) fewest = Math.min(fewest, some.length);
  }
  return fewest;
}

const bedsNeeded = (people: readonly Person[], rooms: readonly PlacingPool[], beds: number, allowed: readonly string[]): number =>
  Math.max(beds, fewestPoolsFor(people, rooms, allowed));

describe('placeParty against trying everything', () => {
  it('finds a placement exactly when there is one', () => {
    fc.assert(
      fc.property(party, pools, fc.integer({ min: 1, max: 6 }), (people, rooms, beds) => {
        const placed = placeParty(people, rooms, beds);
        const can = (allowed: string[]) => possible(people, rooms, bedsNeeded(people, rooms, beds, allowed), allowed);
        expect(placed.kind === 'PLACED').toBe(can(['FITS']));
        expect(placed.kind === 'PLACED' || placed.kind === 'ASK').toBe(can(['FITS', 'UNKNOWN']));
      }),
      { numRuns: 1500 },
    );
  });

  it('never takes more than is free, and takes what was asked or what the rules of the pools need', () => {
    fc.assert(
      fc.property(party, pools, fc.integer({ min: 1, max: 6 }), (people, rooms, beds) => {
        const placed = placeParty(people, rooms, beds);
        if (placed.kind !== 'PLACED' && placed.kind !== 'ASK') return;
        const allowed = placed.kind === 'PLACED' ? ['FITS'] : ['FITS', 'UNKNOWN'];
        expect(placed.beds.reduce((sum, b) => sum + b.beds, 0)).toBe(bedsNeeded(people, rooms, beds, allowed));
        placed.beds.forEach((taken) => expect(taken.beds).toBeLessThanOrEqual(rooms.find((r) => r.id === taken.poolId)!.free));
        placed.pools.forEach((id) => expect(placed.beds.some((taken) => taken.poolId === id)).toBe(true));
      }),
      { numRuns: 1500 },
    );
  });
});
