import { describe, expect, it } from '@jest/globals';
import { everybody, sizeOf, type Budget, type Care, type Rooms } from './rooms.js';
import { mostSteps, poolsIn, seat } from './seat.js';

const members = 21;
/** As many as a person can define for one service. */
const mostPools = 50;

/** A linear congruential generator: the same rooms on every run. */
function randomOf(seed: number): (least: number, most: number) => number {
  let state = seed;
  return (least, most) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return least + Math.floor((state / 2 ** 32) * (most - least + 1));
  };
}
type Random = ReturnType<typeof randomOf>;

const someOf = (random: Random, share: number): number => {
  let set = 0;
  for (let member = 0; member < members; member += 1) if (random(1, 100) <= share) set |= 1 << member;
  return set;
};
const interval = (random: Random, share: number): number => {
  const from = random(0, members - 1);
  return everybody(Math.min(members, from + random(1, 1 + Math.ceil((members * share) / 100)))) & ~everybody(from);
};
const ofSize = (random: Random, share: number): number => {
  let set = 0;
  for (const size = Math.max(1, Math.round((members * share) / 100)); sizeOf(set) < size;) set |= 1 << random(0, members - 1);
  return set;
};
const kinds = [someOf, interval, ofSize] as const;

/** 21 people of different ages, and rooms with deliberately hard rules. */
function hostileRooms(
  random: Random,
  { pools, beds, children, shared }: { pools: number; beds: number; children: number; shared: boolean },
): Rooms {
  const [kind, share] = [kinds[random(0, 2)]!, random(10, 70)];
  const admits = Array.from({ length: pools }, () => kind(random, share));
  const adults = everybody(members) & ~everybody(children);
  const care = Array.from({ length: children }, (_, child): Care => ({
    child,
    best: random(0, 1) ? adults : 1 << random(children, members - 1),
    also: adults,
  }));
  const free = admits.map(() => random(1, beds));
  return { members, admits, free, care, unsure: admits.map(() => 0), ownBeds: shared ? random(1, members - 1) : members };
}

function stepsFor(rooms: Rooms): number {
  const budget: Budget = { left: mostSteps };
  seat(rooms, Infinity, budget);
  return mostSteps - budget.left;
}

const worstOf = (count: number, rooms: () => Rooms): number => Math.max(...Array.from({ length: count }, () => stepsFor(rooms())));

describe('the work of seating a party', () => {
  it.each([1, 2, 3, 5, 21])('finds the fewest pools for people who share, up to %d beds each, well within the budget', (beds) => {
    const random = randomOf(beds);
    expect(worstOf(80, () => hostileRooms(random, { pools: mostPools, beds, children: 0, shared: true }))).toBeLessThan(mostSteps);
  });

  it.each([
    ['a pool for each pair of them', (a: number, b: number) => (1 << a) | (1 << b)],
    ['a pool for all from one to the other', (a: number, b: number) => everybody(b + 1) & ~everybody(a)],
  ])('is small for 21 ages and 210 pools: %s', (_, admitted) => {
    const admits = Array.from({ length: members }, (_, a) => Array.from({ length: a }, (_, b) => admitted(b, a))).flat();
    const rooms = { members, admits, free: admits.map(() => 1), unsure: admits.map(() => 0), ownBeds: 1, care: [] };
    const budget = { left: mostSteps };
    expect(poolsIn(seat(rooms, Infinity, budget)!.poolOf)).toBe(admits.includes(everybody(members)) ? 1 : 11);
    expect(mostSteps - budget.left).toBeLessThan(mostSteps / 3);
  });

  it.each([
    ['beds of their own', { pools: mostPools, beds: 3, children: 0, shared: false }],
    ['many children', { pools: mostPools, beds: 3, children: 12, shared: false }],
    ['many children who share', { pools: mostPools, beds: 4, children: 12, shared: true }],
    ['more pools than can be defined', { pools: 210, beds: 4, children: 6, shared: false }],
  ])('ends, whatever the rules: %s', (_, kind) => {
    const random = randomOf(7);
    // Plus one flow, because the budget is checked between flows: each of its arcs at most 300 times.
    expect(worstOf(60, () => hostileRooms(random, kind))).toBeLessThan(mostSteps + 300 * members * kind.pools);
  });

  it('seats everybody even if the budget is used up at once', () => {
    const random = randomOf(3);
    for (let n = 0; n < 40; n += 1) {
      const rooms = hostileRooms(random, { pools: mostPools, beds: 3, children: n % 3, shared: n % 2 === 0 });
      const [best, first] = [seat(rooms), seat(rooms, Infinity, { left: 1 })];
      expect(first === null).toBe(best === null);
      first?.poolOf.forEach((pool, member) => expect(rooms.admits[pool]! & (1 << member)).not.toBe(0));
    }
  });
});
