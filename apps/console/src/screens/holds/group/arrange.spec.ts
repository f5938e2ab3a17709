import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Someone } from '../../../app/party/party';
import { areChildrenAlone, moveMember, nextId, placeParty, sentTo, withChanges, withoutPlace, withPlan, type GroupParty } from './arrange';

const woman: Someone = { gender: 'WOMAN', age: 24, mayBeMinor: false };
const boy: Someone = { gender: 'MAN', age: 3, mayBeMinor: false };
const child: Someone = { gender: 'UNDISCLOSED', age: null, mayBeMinor: true };
const party = (id: number, members: Someone[], serviceId: string | null = null): GroupParty => ({
  id,
  members,
  serviceId,
  asks: [{ code: 'ASK', text: 'Ask.' }],
  problem: { code: 'NO_BEDS_LEFT', texts: [] },
});
const family = party(1, [woman, boy, child], 'a');
const other = party(2, [woman], 'b');

describe('a corrected plan', () => {
  it('sends a party elsewhere, and drops its questions and problem', () => {
    expect(placeParty([family, other], 2, 'c')).toEqual([family, { ...other, serviceId: 'c', asks: [], problem: null }]);
    expect(placeParty([family, other], 2, 'b')).toEqual([family, other]);
  });

  it('moves a member to another party, or makes them a separate one at the same place', () => {
    const [left, joined] = moveMember([family, other], 1, 1, 2);
    expect([left!.members, joined!.members]).toEqual([
      [woman, child],
      [woman, boy],
    ]);
    expect([left!.asks, joined!.problem]).toEqual([[], null]);
    const split = moveMember([family, other], 1, 0, 'ALONE');
    expect(split.map(({ id, members, serviceId }) => ({ id, members, serviceId }))).toEqual([
      { id: 1, members: [boy, child], serviceId: 'a' },
      { id: 3, members: [woman], serviceId: 'a' },
      { id: 2, members: [woman], serviceId: 'b' },
    ]);
  });

  it('joins separate parties: the empty one is removed', () => {
    expect(moveMember([family, other], 2, 0, 1).map(({ members }) => members)).toEqual([[woman, boy, child, woman]]);
    expect(moveMember([family, other], 2, 0, 'ALONE')).toEqual([family, other]);
  });

  it('keeps the carers among those who stay together', () => {
    const cared = party(1, [woman, child, { ...boy, carer: 0 }], 'a');
    expect(moveMember([cared, other], 1, 1, 2)[0]!.members).toEqual([woman, { ...boy, carer: 0 }]);
    expect(moveMember([cared, other], 1, 2, 2)[1]!.members).toEqual([woman, boy]);
    expect(moveMember([cared, other], 1, 0, 2)[0]!.members).toEqual([child, boy]);
  });

  it('loses and duplicates nobody, whatever is moved', () => {
    const people: Someone[] = Array.from({ length: 9 }, (_, age) => ({ gender: 'WOMAN', age: age + 20, mayBeMinor: false }));
    const start = [party(1, people.slice(0, 4), 'a'), party(2, people.slice(4, 8), 'b'), party(3, people.slice(8))];
    const move = fc.tuple(fc.nat(6), fc.nat(9), fc.oneof(fc.nat(6), fc.constant('ALONE' as const)));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        const end = moves.reduce<readonly GroupParty[]>((now, [from, index, to]) => moveMember(now, from, index, to), start);
        expect(end.flatMap(({ members }) => members.map(({ age }) => age)).sort()).toEqual(people.map(({ age }) => age));
        expect(end.every(({ members }) => members.length > 0)).toBe(true);
        expect(new Set(end.map(({ id }) => id)).size).toBe(end.length);
      }),
    );
  });

  it('says where children would be without an adult, also if they may be children', () => {
    expect(areChildrenAlone(party(1, [boy, child]))).toBe(true);
    expect(areChildrenAlone(family)).toBe(false);
    expect(areChildrenAlone(party(1, [{ gender: 'WOMAN', age: null, mayBeMinor: false }]))).toBe(false);
    expect(areChildrenAlone(party(1, [{ gender: 'WOMAN', age: 17, mayBeMinor: false }]))).toBe(true);
  });

  it('finds parties without a place, and counts people for each place', () => {
    const parties = [family, other, party(3, [child])];
    expect(withoutPlace(parties).map(({ id }) => id)).toEqual([3]);
    expect([...sentTo([...parties, party(4, [boy], 'a')])]).toEqual([
      ['a', 4],
      ['b', 1],
    ]);
    expect(nextId(parties)).toBe(4);
    expect(nextId([])).toBe(1);
  });
});

it('takes a plan in any order, and answers only for the requested parties', () => {
  const planned = withPlan(
    [family, other],
    [
      { party: 1, serviceId: null, asks: [] },
      { party: 0, serviceId: 'c', asks: [{ code: 'X', text: 'x' }] },
    ],
  );
  expect(planned.map(({ serviceId, asks, problem }) => [serviceId, asks.length, problem])).toEqual([
    ['c', 1, null],
    [null, 0, null],
  ]);
  const parties = [party(7, [boy]), family, other];
  const told = withChanges(parties, [family, other], [{ party: 1, code: 'NOT_ADMITTED', reasons: [{ text: 'Women only.' }] }]);
  expect(told.map(({ problem }) => problem)).toEqual([null, null, { code: 'NOT_ADMITTED', texts: ['Women only.'] }]);
});
