import { describe, expect, it } from '@jest/globals';
import { personOf } from '@haven/kernel';
import type { MatchRequest, Member, Party } from '../request/request.js';
import { askedForPart, kindsOf, membersOf, partsMost, partsOf } from './parts.js';

const woman = (carer: number | null = null): Member => personOf('WOMAN', 30, carer);
const man: Member = personOf('MAN', 40);
const boy = (carer: number | null): Member => personOf('MAN', 9, carer);
const kinds = (...party: Member[]) => kindsOf(party as unknown as Party);
const aged = (from: number, count: number) => Array.from({ length: count }, (_, n) => personOf('WOMAN', from + n));

describe('people who stay together', () => {
  it('are everybody with a carer, the carer, and all others in the same care', () => {
    expect(kinds(woman(), boy(0), boy(1), man)).toEqual([[[0, 1, 2]], [[3]]]);
    expect(kinds(boy(1), woman(), man)).toEqual([[[0, 1]], [[2]]]);
  });

  it('are the whole party if a child has no known carer, or if all depend on one another', () => {
    expect(kinds(woman(), boy(null), man)).toBeNull();
    expect(kinds(woman(), { ...personOf('WOMAN', null), mayBeMinor: true })).toBeNull();
    expect(kinds(woman(), boy(0))).toBeNull();
    expect(kinds(woman())).toBeNull();
  });

  it('are one kind with others who are alike in everything', () => {
    expect(kinds(man, woman(), boy(1), man, woman(), boy(4))).toEqual([
      [[0], [3]],
      [
        [1, 2],
        [4, 5],
      ],
    ]);
    expect(kinds(man, { ...man, nationality: 'KH' })).toHaveLength(2);
  });
});

describe('parts', () => {
  it('are all but nobody and everybody', () => {
    expect(partsOf([[[0], [1]], [[2]]])).toEqual([
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
  });

  it.each([
    ['women of many ages', aged(18, 21)],
    ['many alike', Array.from({ length: 21 }, () => man)],
    ['many alike of several kinds', [...aged(20, 7), ...aged(20, 7), ...aged(20, 7)]],
  ])('are at most as many as may be tried: %s', (_, party) => {
    const found = kindsOf(party as unknown as Party)!;
    const parts = partsOf(found);
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.length).toBeLessThanOrEqual(partsMost);
    const sizes = found.map(({ length }) => length);
    const strings = new Set(parts.map(String));
    for (const part of parts) expect(strings).toContain(String(sizes.map((size, kind) => size - part[kind]!)));
  });

  it('have each person once, the client in the first part that takes one like them', () => {
    const found = kinds(man, woman(), boy(1), man)!;
    expect(
      membersOf(found, [
        [1, 0],
        [1, 1],
      ]),
    ).toEqual([[0], [3, 1, 2]]);
  });
});

describe('the request for a part', () => {
  const request = { party: [man, { ...woman(), languages: ['vi'] }, boy(1)], languages: ['km'] } as unknown as MatchRequest;
  const ask = (members: readonly number[], beds: number) =>
    askedForPart(request, { category: 'ACCOMMODATION', beds, member: 0, for: null, interpreter: null }, members);

  it('adjusts the indexes of carers, and uses the languages of the first member', () => {
    const asked = ask([1, 2], 3);
    expect(asked.request.party.map(({ carer }) => carer)).toEqual([null, 0]);
    expect(asked.request.languages).toEqual(['vi']);
    expect(ask([0], 3).request.languages).toEqual(['km']);
  });

  it.each([
    [[1, 2], 3, 2],
    [[0], 3, 1],
    [[1, 2], 2, 1],
    [[0], 1, 1],
    [[1, 2], 5, 2],
    [[0], 5, 3],
  ])('for %j where %d beds are asked for is for %d', (members, beds, mine) => expect(ask(members, beds).need.beds).toBe(mine));
});
