import { describe, expect, it } from '@jest/globals';
import type { CallLine, HistoryLine, HoldLine, HoldChangeLine, PoolChangeLine, PoolLine } from '../history.js';
import { flawless, judge, type Verdict } from './verdict.js';

const [women, men] = ['pool-women', 'pool-men'];
const at = (second: number) => `2026-11-24T00:00:${String(second).padStart(2, '0')}.000Z`;
const hold = (id: string, beds = [{ poolId: women, beds: 1 }]) => ({ id, serviceId: 'house', beds, createdAt: at(0), expiresAt: at(30) });

const change = (poolId: string, version: number, held: number, occupied: number, subject: string | null): PoolChangeLine => ({
  line: 'poolChange',
  poolId,
  version,
  at: at(version),
  total: 2,
  occupied,
  held,
  outOfService: 0,
  subject,
});
const step = (
  holdId: string,
  version: number,
  state: HoldChangeLine['state'],
  subject: string | null,
  second = version,
): HoldChangeLine => ({
  line: 'holdChange',
  holdId,
  version,
  state,
  at: at(second),
  subject,
});
const stored = (id: string, state: HoldLine['state'], version: number, subject: string, beds?: HoldLine['beds']): HoldLine => ({
  line: 'hold',
  ...hold(id, beds && [...beds]),
  state,
  version,
  subject,
});
const pool = (id: string, gender: PoolLine['gender'], version: number, held: number, occupied: number): PoolLine => {
  return { line: 'pool', id, serviceId: 'house', gender, version, total: 2, occupied, held, outOfService: 0 };
};
const call = (subject: string, operation: CallLine['operation'], invoked: number, rest: Partial<CallLine>): CallLine => ({
  line: 'call',
  client: 1,
  process: 0,
  operation,
  key: `key-${subject}`,
  subject,
  input: {},
  invoked,
  returned: invoked + 5,
  answer: null,
  ...rest,
});
const woman = { gender: 'WOMAN', age: 30 } as const;
const man = { gender: 'MAN', age: 30 } as const;
const both = [
  { poolId: women, beds: 1 },
  { poolId: men, beds: 1 },
];
const held = (id: string, beds?: HoldLine['beds']) =>
  ({ kind: 'Hold', hold: { ...hold(id, beds && [...beds]), state: 'HELD', version: 1 } }) as const;
const seen = (version: number, heldBeds: number, occupied: number) => {
  return { id: women, version, total: 2, occupied, held: heldBeds, outOfService: 0 };
};

/** A couple and a woman fill the room for women; a third is refused; the first arrives, the other's time is over. */
const asked = {
  couple: call('a', 'holdBeds', 10, { input: { serviceId: 'house', party: [woman, man] }, answer: held('h1', both) }),
  woman: call('b', 'holdBeds', 20, { input: { serviceId: 'house', party: [woman] }, answer: held('h2') }),
  again: call('b', 'holdBeds', 26, { input: { serviceId: 'house', party: [woman] }, answer: held('h2') }),
  refused: call('c', 'holdBeds', 30, {
    input: { serviceId: 'house', party: [woman] },
    answer: { kind: 'NoBedsLeft', pools: [seen(3, 2, 0)] },
  }),
  arrived: call('d', 'confirmHold', 40, {
    input: { holdId: 'h1', expectedVersion: 1 },
    answer: { kind: 'Hold', hold: { ...hold('h1', both), state: 'CONFIRMED', version: 2 } },
  }),
  tooLate: call('e', 'releaseHold', 60, {
    input: { holdId: 'h2', expectedVersion: 1 },
    answer: { kind: 'HoldNotActive', hold: { ...hold('h2'), state: 'EXPIRED', version: 2 } },
  }),
  counted: call('f', 'setBedCounts', 70, {
    input: { poolId: women, expectedVersion: 5, total: 3 },
    answer: { kind: 'BedPool', pool: { ...seen(6, 0, 1), total: 3 } },
  }),
  unanswered: call('g', 'holdBeds', 80, { input: { serviceId: 'house', party: [woman] }, returned: null }),
  looked: call('h', 'availability', 90, {
    key: null,
    subject: null,
    input: { serviceId: 'house' },
    answer: { kind: 'Availability', pools: [{ ...seen(7, 1, 1), total: 3 }] },
  }),
};
const tables = {
  women: { ...pool(women, 'WOMAN', 7, 1, 1), total: 3 },
  men: pool(men, 'MAN', 3, 0, 1),
  w1: change(women, 1, 0, 0, 'owner'),
  w2: change(women, 2, 1, 0, 'a'),
  w3: change(women, 3, 2, 0, 'b'),
  w4: change(women, 4, 1, 1, 'd'),
  w5: change(women, 5, 0, 1, null),
  w6: { ...change(women, 6, 0, 1, 'f'), total: 3 },
  w7: { ...change(women, 7, 1, 1, 'g'), total: 3 },
  m1: change(men, 1, 0, 0, 'owner'),
  m2: change(men, 2, 1, 0, 'a'),
  m3: change(men, 3, 0, 1, 'd'),
  h1: stored('h1', 'CONFIRMED', 2, 'a', both),
  h2: stored('h2', 'EXPIRED', 2, 'b'),
  h3: stored('h3', 'HELD', 1, 'g'),
  h1v1: step('h1', 1, 'HELD', 'a'),
  h1v2: step('h1', 2, 'CONFIRMED', 'd'),
  h2v1: step('h2', 1, 'HELD', 'b'),
  h2v2: step('h2', 2, 'EXPIRED', null, 40),
  h3v1: step('h3', 1, 'HELD', 'g'),
};
const aged: HistoryLine = { line: 'aged', holdIds: ['h2'], invoked: 50 };

type Doctored = { readonly [K in keyof typeof asked]?: Partial<CallLine> | null } & {
  readonly [K in keyof typeof tables]?: object | null;
} & { readonly added?: readonly HistoryLine[]; readonly aged?: null };

/** The history with some lines changed, taken out (null) or added. */
function history(doctored: Doctored = {}): HistoryLine[] {
  const lines = Object.entries({ ...asked, ...tables, aged }).flatMap(([name, line]) => {
    const other = doctored[name as keyof Doctored];
    return other === null ? [] : [{ ...line, ...(other as object) } as HistoryLine];
  });
  return [...lines, ...(doctored.added ?? [])];
}

describe('the checker of holds', () => {
  it('finds nothing in a history where nothing is wrong, in whatever order it stands', () => {
    expect(judge(history())).toEqual(flawless);
    expect(judge(history().reverse())).toEqual(flawless);
  });

  it('leaves open whether what was not answered has happened', () => {
    expect(
      judge(history({ unanswered: null, w7: null, h3: null, h3v1: null, looked: null, women: { ...tables.w6, line: 'pool', id: women } })),
    ).toEqual(flawless);
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
      { looked: { answer: { kind: 'Availability', pools: [seen(7, 0, 1)] } } },
      { wrongAnswers: 1 },
    ],
    ['a refusal while there is room', { refused: { answer: { kind: 'NoBedsLeft', pools: [seen(2, 1, 0)] } } }, { wrongAnswers: 1 }],
    ['a look at what is not there yet', { looked: { invoked: 32, returned: 33 } }, { poolsOutOfOrder: 1 }],
    [
      'a look at what is long over',
      { looked: { answer: { kind: 'Availability', pools: [seen(2, 1, 0)] } } },
      // Each of those who came after that version and had their answer before the look.
      { poolsOutOfOrder: 4 },
    ],
    ['a claim that stands behind a later one', { couple: { invoked: 100, returned: 105 } }, { poolsOutOfOrder: 6 }],
    ['a promise that is not in the database', { h2: null, h2v1: null, h2v2: null }, { lost: 1 }],
    ['a promise of other beds than are kept', { h1: { beds: [both[0]] } }, { lost: 2, wrongChanges: 2, invented: 2 }],
    ['an arrival that is not in the database', { h1v2: null, h1: { state: 'HELD', version: 1 } }, { lost: 1 }],
    ['a count that somebody else made', { f: null, w6: { subject: 'x' } } as Doctored, { lost: 1, wrongChanges: 1, invented: 1 }],
    ['an effect of what was refused', { woman: { answer: asked.refused.answer }, again: null }, { invented: 1 }],
    ['an effect that nobody asked for', { unanswered: null }, { invented: 1, wrongHolds: 1 }],
    ['an effect that happens twice', { added: [stored('h4', 'HELD', 1, 'g'), step('h4', 1, 'HELD', 'g')] }, { invented: 1 }],
    ['a hold over half of its pools', { m2: { subject: null, held: 0 } }, { invented: 1 }],
    ['a hold that comes back', { h2v2: { state: 'CHECKED_OUT' } }, { wrongHolds: 1 }],
    ['a hold that ends before its time', { h2v2: { at: at(29) } }, { expiredEarly: 1 }],
    ['a hold that ends by its time, which was not over', { aged: null }, { expiredEarly: 1 }],
    [
      'a refusal that the hold does not bear out',
      { tooLate: { answer: { kind: 'HoldNotActive', hold: { ...held('h2').hold, version: 1 } } } },
      { wrongHoldAnswers: 1 },
    ],
    ['a hold that is not found', { tooLate: { answer: { kind: 'NotFound' } } }, { wrongHoldAnswers: 1 }],
    ['a look at a hold before it is so', { arrived: { invoked: 1, returned: 2 } }, { holdsOutOfOrder: 1 }],
    ['another answer to the same key', { again: { answer: held('h9') } }, { differentAnswers: 1 }],
    [
      'an answer to a key that was used for something else',
      { again: { input: { serviceId: 'house', party: [man] } } },
      { differentAnswers: 1 },
    ],
    [
      'beds that were promised to three at once, though the tables know nothing of it',
      {
        added: [
          call('z', 'holdBeds', 25, {
            input: { serviceId: 'house', party: [woman, woman] },
            answer: held('h8', [{ poolId: women, beds: 2 }]),
          }),
        ],
      },
      { oversoldByAnswers: 1, lost: 1 },
    ],
  ])('finds %s', (_, doctored, guilty) => expect(judge(history(doctored))).toMatchObject(guilty));

  it('finds operations on two pools of a shelter that stand in another order in each', () => {
    const swapped = history({ m2: { subject: 'd' }, m3: { subject: 'a' } });
    expect(judge(swapped).crossed).toBe(1);
  });
});
