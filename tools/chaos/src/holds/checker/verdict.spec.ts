import { describe, expect, it } from '@jest/globals';
import type { HistoryLine, SeenHold, SeenPool } from '../history.js';
import { at, call, change, lines, pool, seenHold, step, storedHold, told } from './history.fixture.js';
import { flawless, judge, type Verdict } from './verdict.js';

const [women, men] = ['pool-women', 'pool-men'];
const woman = { gender: 'WOMAN', age: 30 } as const;
const man = { gender: 'MAN', age: 30 } as const;
const one = [{ poolId: women, beds: 1 }];
const both = [...one, { poolId: men, beds: 1 }];
const hold = (id: string, beds: SeenHold['beds'] = one, seen: Partial<SeenHold> = {}) => seenHold(id, 'house', beds, seen);
const held = (id: string, beds: SeenHold['beds'] = one) => ({ kind: 'Hold', hold: hold(id, beds) }) as const;
const seen = (version: number, heldBeds: number, occupied: number, rest: Partial<SeenPool> = {}): SeenPool => {
  return { id: women, version, total: 2, occupied, held: heldBeds, outOfService: 0, ...rest };
};
const seenMen = (version: number, heldBeds: number, occupied: number) => seen(version, heldBeds, occupied, { id: men });
const toWomen = { serviceId: 'house', party: [woman] };
const tell = (sequence: number, subject: string | null, w: number, m: number) =>
  told('house', sequence, subject, 'CAPACITY', { [women]: w, ...(m > 0 && { [men]: m }) });

/** A couple and a woman fill the room for women; a third party is refused; the first arrives, the hold of the other expires. */
const story = {
  couple: call('a', 'holdBeds', 10, { serviceId: 'house', party: [woman, man] }, held('h1', both)),
  woman: call('b', 'holdBeds', 20, toWomen, held('h2')),
  again: call('b', 'holdBeds', 26, toWomen, held('h2')),
  refused: call('c', 'holdBeds', 30, toWomen, { kind: 'NoBedsLeft', sequence: 4, pools: [seen(3, 2, 0), seenMen(2, 1, 0)] }),
  arrived: call(
    'd',
    'confirmHold',
    40,
    { holdId: 'h1', expectedVersion: 1 },
    { kind: 'Hold', hold: hold('h1', both, { state: 'CONFIRMED', version: 2 }) },
  ),
  tooLate: call(
    'e',
    'releaseHold',
    60,
    { holdId: 'h2', expectedVersion: 1 },
    { kind: 'HoldNotActive', hold: hold('h2', one, { state: 'EXPIRED', version: 2 }) },
  ),
  counted: call(
    'f',
    'setBedCounts',
    70,
    { poolId: women, expectedVersion: 5, total: 3 },
    { kind: 'BedPool', pool: seen(6, 0, 1, { total: 3 }) },
  ),
  unanswered: { ...call('g', 'holdBeds', 80, toWomen, null), returned: null },
  looked: call(
    null,
    'availability',
    90,
    { serviceId: 'house' },
    { kind: 'Availability', sequence: 8, pools: [seen(7, 1, 1, { total: 3 }), seenMen(3, 0, 1)] },
  ),
  women: pool(women, 'house', 7, { gender: 'WOMAN', held: 1, occupied: 1, total: 3 }),
  men: pool(men, 'house', 3, { gender: 'MAN', occupied: 1 }),
  w1: change(women, 1, 'owner', {}),
  w2: change(women, 2, 'a', { held: 1 }),
  w3: change(women, 3, 'b', { held: 2 }),
  w4: change(women, 4, 'd', { held: 1, occupied: 1 }),
  w5: change(women, 5, null, { occupied: 1 }),
  w6: change(women, 6, 'f', { occupied: 1, total: 3 }),
  w7: change(women, 7, 'g', { held: 1, occupied: 1, total: 3 }),
  m1: change(men, 1, 'owner', {}),
  m2: change(men, 2, 'a', { held: 1 }),
  m3: change(men, 3, 'd', { occupied: 1 }),
  t1: tell(1, 'owner', 1, 0),
  t2: tell(2, 'owner', 1, 1),
  t3: tell(3, 'a', 2, 2),
  t4: tell(4, 'b', 3, 2),
  t5: tell(5, 'd', 4, 3),
  t6: tell(6, null, 5, 3),
  t7: tell(7, 'f', 6, 3),
  t8: tell(8, 'g', 7, 3),
  h1: storedHold(hold('h1', both, { state: 'CONFIRMED', version: 2 }), 'a'),
  h2: storedHold(hold('h2', one, { state: 'EXPIRED', version: 2 }), 'b'),
  h3: storedHold(hold('h3'), 'g'),
  h1v1: step('h1', 1, 'HELD', 'a'),
  h1v2: step('h1', 2, 'CONFIRMED', 'd'),
  h2v1: step('h2', 1, 'HELD', 'b'),
  h2v2: step('h2', 2, 'EXPIRED', null, { at: at(40) }),
  h3v1: step('h3', 1, 'HELD', 'g'),
  aged: { line: 'aged', holdIds: ['h2'], deadline: 'end', invoked: 50 },
} as const satisfies Record<string, HistoryLine>;

type Doctored = { readonly [K in keyof typeof story]?: object | null };
const history = (doctored: Doctored = {}, added: readonly HistoryLine[] = []) => lines(story, doctored, added);

describe('the checker of holds', () => {
  it('finds nothing in a correct history, whatever the order of its lines', () => {
    expect(judge(history())).toEqual(flawless);
    expect(judge(history().reverse())).toEqual(flawless);
  });

  it('leaves open whether unanswered operations have happened', () => {
    const never = { unanswered: null, w7: null, t8: null, h3: null, h3v1: null, looked: null };
    expect(judge(history({ ...never, women: { ...story.w6, line: 'pool', id: women } }))).toEqual(flawless);
    expect(judge(history({ arrived: { returned: null, answer: null } }))).toEqual(flawless);
  });

  it.each<[string, Doctored, Partial<Verdict>]>([
    ['more beds than there are', { w3: { held: 3 } }, { oversold: 1 }],
    ['a part below nothing', { m3: { held: -1, occupied: 1 } }, { oversold: 1 }],
    ['a claim that overwrites another', { w3: { held: 1 } }, { wrongChanges: 2 }],
    ['a version that is missing', { w5: null }, { gaps: 1 }],
    ['a pool that is not what its history says', { men: { occupied: 0 } }, { gaps: 1 }],
    ['beds that come free with no hold over', { h2: { state: 'HELD' } }, { wrongChanges: 1, wrongHolds: 1 }],
    [
      'an answer with counts that never were',
      { looked: { answer: { kind: 'Availability', sequence: 8, pools: [seen(7, 0, 1), seenMen(3, 0, 1)] } } },
      { wrongAnswers: 1 },
    ],
    [
      'a refusal while there is room',
      { refused: { answer: { kind: 'NoBedsLeft', sequence: 3, pools: [seen(2, 1, 0), seenMen(2, 1, 0)] } } },
      { wrongAnswers: 1 },
    ],
    ['a look at what is not there yet', { looked: { invoked: 32, returned: 33 } }, { poolsOutOfOrder: 2, sheltersOutOfOrder: 1 }],
    [
      'a look at what is long over',
      { looked: { answer: { kind: 'Availability', sequence: 3, pools: [seen(2, 1, 0), seenMen(2, 1, 0)] } } },
      // Each operation after that version that was answered before the read.
      { poolsOutOfOrder: 5, sheltersOutOfOrder: 4 },
    ],
    ['a claim that stands behind a later one', { couple: { invoked: 100, returned: 105 } }, { poolsOutOfOrder: 8 }],
    ['a promise that is not in the database', { h2: null, h2v1: null, h2v2: null }, { lost: 1 }],
    ['a promise of other beds than are kept', { h1: { beds: [both[0]] } }, { lost: 2, wrongChanges: 2, invented: 2 }],
    ['an arrival that is not in the database', { h1v2: null, h1: { state: 'HELD', version: 1 } }, { lost: 1 }],
    ['a count that somebody else made', { w6: { subject: 'x' } }, { lost: 1, wrongChanges: 1, invented: 1 }],
    ['an effect of what was refused', { woman: { answer: story.refused.answer }, again: null }, { invented: 1 }],
    ['an effect that nobody asked for', { unanswered: null }, { invented: 1, wrongHolds: 1 }],
    ['a hold over half of its pools', { m2: { subject: null, held: 0 } }, { invented: 1 }],
    ['a hold that comes back', { h2v2: { state: 'CHECKED_OUT' } }, { wrongHolds: 1 }],
    ['a hold that ends before its time', { h2v2: { at: at(29) } }, { expiredEarly: 1 }],
    ['a hold that ends by its time, which was not over', { aged: null }, { expiredEarly: 1 }],
    [
      'a refusal that the hold does not bear out',
      { tooLate: { answer: { kind: 'HoldNotActive', hold: hold('h2') } } },
      { wrongHoldAnswers: 1 },
    ],
    ['a hold that is not found', { tooLate: { answer: { kind: 'NotFound' } } }, { wrongHoldAnswers: 1 }],
    [
      'a conflict with the very version that was given',
      { tooLate: { answer: { kind: 'VersionConflict', currentVersion: 1 } } },
      { wrongHoldAnswers: 1 },
    ],
    ['a look at a hold before it is so', { arrived: { invoked: 1, returned: 2 } }, { holdsOutOfOrder: 1 }],
    ['another answer to the same key', { again: { answer: held('h9') } }, { differentAnswers: 1 }],
    [
      'an answer to a key that was used for something else',
      { again: { input: { serviceId: 'house', party: [man] } } },
      { differentAnswers: 1 },
    ],
  ])('finds %s', (_, doctored, guilty) => expect(judge(history(doctored))).toMatchObject(guilty));

  it('finds an effect that happens twice', () => {
    const twice = [storedHold(hold('h4'), 'g'), step('h4', 1, 'HELD', 'g')];
    expect(judge(history({}, twice))).toMatchObject({ invented: 1 });
  });

  it('finds beds that were promised to three at once, although the tables do not show it', () => {
    const third = call('z', 'holdBeds', 25, { serviceId: 'house', party: [woman, woman] }, held('h8', [{ poolId: women, beds: 2 }]));
    expect(judge(history({}, [third]))).toMatchObject({ oversoldByAnswers: 1, lost: 1 });
  });

  it('finds operations on two pools of a shelter in a different order in each', () => {
    const swapped = history({ m2: { subject: 'd' }, m3: { subject: 'a' } });
    expect(judge(swapped).crossed).toBe(1);
  });
});

describe('a group of two parties in one room', () => {
  const party = (of: number) => ({ serviceId: 'house', party: Array.from({ length: of }, () => woman) });
  const beds = (n: number) => [{ poolId: women, beds: n }];
  const group = {
    asked: call('a', 'holdGroup', 10, { holds: [party(1), party(2)] }, { kind: 'GroupHeld', holds: [hold('h1'), hold('h2', beds(2))] }),
    women: pool(women, 'house', 3, { total: 4, held: 3 }),
    w1: change(women, 1, 'owner', { total: 4 }),
    w2: change(women, 2, 'a', { total: 4, held: 1 }),
    w3: change(women, 3, 'a', { total: 4, held: 3 }),
    t1: tell(1, 'owner', 1, 0),
    t2: tell(2, null, 2, 0),
    t3: tell(3, null, 3, 0),
    h1: storedHold(hold('h1'), 'a'),
    h2: storedHold(hold('h2', beds(2)), 'a'),
    h1v1: step('h1', 1, 'HELD', 'a'),
    h2v1: step('h2', 1, 'HELD', 'a'),
  } as const satisfies Record<string, HistoryLine>;

  it('is held with one hold each, in any order', () => {
    expect(judge(lines(group))).toEqual(flawless);
    expect(judge(lines(group).reverse())).toEqual(flawless);
  });

  it.each<[string, { readonly [K in keyof typeof group]?: object | null }, Partial<Verdict>]>([
    ['half of it', { h2: null, h2v1: null, w3: null, t3: null, women: { version: 2, held: 1 } }, { lost: 1, invented: 1 }],
    ['beds of it that are counted once', { w3: { held: 2 }, women: { held: 2 } }, { wrongChanges: 1 }],
    ['a group that was refused', { asked: { answer: { kind: 'GroupChanged', changes: [] } } }, { invented: 1 }],
  ])('is found as %s', (_, changed, guilty) => expect(judge(lines(group, changed))).toMatchObject(guilty));
});

describe('a check-out after a count', () => {
  const gone = (id: string) => ({ kind: 'Hold', hold: hold(id, one, { state: 'CHECKED_OUT', version: 3 }) }) as const;
  const here = (id: string) => ({ kind: 'Hold', hold: hold(id, one, { state: 'CONFIRMED', version: 2 }) }) as const;
  const left = { state: 'CHECKED_OUT', version: 3 } as const;
  /** Somebody sleeps there without a hold; two arrive, one leaves, staff count two, and only then that one is checked out. */
  const course = {
    a: call('a', 'holdBeds', 10, toWomen, held('h1')),
    b: call('b', 'confirmHold', 20, { holdId: 'h1', expectedVersion: 1 }, here('h1')),
    c: call('c', 'holdBeds', 30, toWomen, held('h2')),
    d: call('d', 'confirmHold', 40, { holdId: 'h2', expectedVersion: 1 }, here('h2')),
    count: call(
      'e',
      'setBedCounts',
      50,
      { poolId: women, expectedVersion: 5, occupied: 2 },
      { kind: 'BedPool', pool: seen(6, 0, 2, { total: 3 }) },
    ),
    first: call('f', 'checkOut', 60, { holdId: 'h1', expectedVersion: 2 }, gone('h1')),
    second: call('g', 'checkOut', 70, { holdId: 'h2', expectedVersion: 2 }, gone('h2')),
    women: pool(women, 'house', 8, { gender: 'WOMAN', occupied: 1, total: 3 }),
    w1: change(women, 1, 'owner', { occupied: 1, total: 3 }),
    w2: change(women, 2, 'a', { occupied: 1, held: 1, total: 3 }),
    w3: change(women, 3, 'b', { occupied: 2, total: 3 }),
    w4: change(women, 4, 'c', { occupied: 2, held: 1, total: 3 }),
    w5: change(women, 5, 'd', { occupied: 3, total: 3 }),
    w6: change(women, 6, 'e', { occupied: 2, total: 3 }),
    w7: change(women, 7, 'f', { occupied: 2, total: 3 }),
    w8: change(women, 8, 'g', { occupied: 1, total: 3 }),
    t1: tell(1, 'owner', 1, 0),
    t2: tell(2, 'a', 2, 0),
    t3: tell(3, 'b', 3, 0),
    t4: { ...tell(4, 'c', 4, 0), status: 'NO_CAPACITY' },
    t5: { ...tell(5, 'd', 5, 0), status: 'NO_CAPACITY' },
    t6: tell(6, 'e', 6, 0),
    t7: tell(7, 'f', 7, 0),
    t8: tell(8, 'g', 8, 0),
    h1: storedHold(hold('h1', one, left), 'a'),
    h2: storedHold(hold('h2', one, left), 'c'),
    h1v1: step('h1', 1, 'HELD', 'a'),
    h1v2: step('h1', 2, 'CONFIRMED', 'b'),
    h1v3: step('h1', 3, 'CHECKED_OUT', 'f'),
    h2v1: step('h2', 1, 'HELD', 'c'),
    h2v2: step('h2', 2, 'CONFIRMED', 'd'),
    h2v3: step('h2', 3, 'CHECKED_OUT', 'g'),
  } as const satisfies Record<string, HistoryLine>;

  it('frees no bed that the count has found empty', () => expect(judge(lines(course))).toEqual(flawless));

  it("is found if it frees somebody else's bed", () => {
    expect(judge(lines(course, { w7: { occupied: 1 } })).wrongChanges).toBe(2);
  });

  it('is found if the database has another number of beds found empty', () => {
    expect(judge(lines(course, { women: { seenEmpty: 1 } }))).toEqual({ ...flawless, gaps: 1 });
  });

  it('gives a bed that was found empty to somebody else, although the end of its promise is not requested yet', () => {
    const another = call('h', 'holdBeds', 52, { serviceId: 'house', party: [woman, woman] }, held('h3', [{ poolId: women, beds: 2 }]));
    const later = {
      count: { input: { ...course.count.input, occupied: 1 }, answer: { kind: 'BedPool', pool: seen(6, 0, 1, { total: 3 }) } },
      w6: { occupied: 1 },
      w7: { subject: 'h', occupied: 1, held: 2 },
      w8: { subject: 'f', occupied: 1, held: 2 },
      women: { version: 9, occupied: 1, held: 2 },
      t7: { ...tell(7, 'h', 7, 0), status: 'NO_CAPACITY' },
      t8: { ...tell(8, 'f', 8, 0), status: 'NO_CAPACITY' },
    };
    const last = [change(women, 9, 'g', { occupied: 1, held: 2, total: 3 }), { ...tell(9, 'g', 9, 0), status: 'NO_CAPACITY' }];
    const made = [storedHold(hold('h3', [{ poolId: women, beds: 2 }]), 'h'), step('h3', 1, 'HELD', 'h')];
    expect(judge(lines(course, later, [another, ...last, ...made]))).toEqual(flawless);
    const { count } = course;
    const uncounted = { ...later, count: { input: { poolId: women, expectedVersion: 5, total: 3 }, answer: count.answer } };
    expect(judge(lines(course, uncounted, [another, ...last, ...made]))).toMatchObject({ oversoldByAnswers: 1 });
  });

  it('frees none if a later count has found more people: somebody else may have come', () => {
    const again = { expectedVersion: 6, poolId: women, occupied: 3 };
    const recounted = call('h', 'setBedCounts', 55, again, { kind: 'BedPool', pool: seen(7, 0, 3, { total: 3 }) });
    const later = {
      w7: { subject: 'h', occupied: 3 },
      w8: { subject: 'f', occupied: 3 },
      women: { version: 9, occupied: 2 },
      t7: { ...tell(7, 'h', 7, 0), status: 'NO_CAPACITY' },
      t8: { ...tell(8, 'f', 8, 0), status: 'NO_CAPACITY' },
    };
    const last = [change(women, 9, 'g', { occupied: 2, total: 3 }), tell(9, 'g', 9, 0)];
    expect(judge(lines(course, later, [recounted, ...last]))).toEqual(flawless);
  });
});
