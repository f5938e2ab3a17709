import { describe, expect, it } from '@jest/globals';
import type { Answer, HistoryLine, SeenWaiting, WaitingLine } from '../history.js';
import { at, call, change, lines, pool, seenHold, step, storedHold, told } from './history.fixture.js';
import { flawless, judge, type Verdict } from './verdict.js';

const room = 'pool-room';
const one = [{ poolId: room, beds: 1 }];
const bed = { serviceId: 'inn', party: [{ gender: 'WOMAN', age: 30 } as const] };
const held = (id: string, state: 'HELD' | 'RELEASED' = 'HELD', version = 1): Answer => ({
  kind: 'Hold',
  hold: seenHold(id, 'inn', one, { state, version }),
});
const wait = (id: string, seen: Partial<SeenWaiting> = {}): SeenWaiting => {
  return { id, serviceId: 'inn', state: 'WAITING', version: 1, holdId: null, ...seen };
};
const waiting = (id: string, seen: Partial<SeenWaiting> = {}): Answer => ({ kind: 'Waiting', waiting: wait(id, seen) });
const entry = (id: string, subject: string, place: number, seen: Partial<SeenWaiting>): WaitingLine => {
  return { line: 'waiting', subject, place, ...wait(id, seen) };
};
const tell = (sequence: number, subject: string | null, version: number, status: string) =>
  told('inn', sequence, subject, status, { [room]: version });
const beds = (held: number) => ({ total: 1, held });

/**
 * The only bed is held, and two parties wait. The entry of the first has expired; the bed is released, and offered to the second; then the
 * sweeper ends the first entry.
 */
const story = {
  first: call('a', 'holdBeds', 10, bed, held('h1')),
  joined: call('b', 'joinWaitlist', 20, bed, waiting('e1')),
  joinedToo: call('c', 'joinWaitlist', 30, bed, waiting('e2')),
  aged: { line: 'agedWaits', waitingIds: ['e1'], invoked: 40 },
  over: { line: 'overWaits', waitingIds: ['e1'], at: 45 },
  released: call('d', 'releaseHold', 50, { holdId: 'h1', expectedVersion: 1 }, held('h1', 'RELEASED', 2)),
  looked: call(null, 'waiting', 80, { waitingId: 'e1' }, waiting('e1', { state: 'EXPIRED', version: 2 })),
  room: pool(room, 'inn', 4, beds(1)),
  r1: change(room, 1, 'owner', beds(0)),
  r2: change(room, 2, 'a', beds(1)),
  r3: change(room, 3, 'd', beds(0)),
  r4: change(room, 4, 'c', beds(1)),
  t1: tell(1, 'owner', 1, 'CAPACITY'),
  t2: tell(2, 'a', 2, 'NO_CAPACITY'),
  t3: tell(3, 'b', 2, 'WAITLIST'),
  t4: tell(4, 'c', 2, 'WAITLIST'),
  t5: tell(5, 'd', 4, 'WAITLIST'),
  t6: { ...tell(6, null, 4, 'NO_CAPACITY'), transaction: 'sweep' },
  h1: storedHold(seenHold('h1', 'inn', one, { state: 'RELEASED', version: 2 }), 'a'),
  o2: storedHold(seenHold('o2', 'inn', one), 'c'),
  h1v1: step('h1', 1, 'HELD', 'a'),
  h1v2: step('h1', 2, 'RELEASED', 'd'),
  o2v1: step('o2', 1, 'HELD', 'c'),
  e1: entry('e1', 'b', 1, { state: 'EXPIRED', version: 2 }),
  e2: entry('e2', 'c', 2, { state: 'OFFERED', version: 2, holdId: 'o2' }),
  e1v1: { line: 'waitingChange', waitingId: 'e1', version: 1, state: 'WAITING', transaction: 'by b' },
  e1v2: { line: 'waitingChange', waitingId: 'e1', version: 2, state: 'EXPIRED', transaction: 'sweep' },
  rest: { line: 'rest', at: at(59) },
} as const satisfies Record<string, HistoryLine>;

type Doctored = { readonly [K in keyof typeof story]?: object | null };
const guiltOf = (doctored: Doctored = {}) => judge(lines(story, doctored));

/** As if the first had been offered the bed all the same, and nobody had ended their entry. */
const offered = {
  r4: { subject: 'b' },
  o2: { subject: 'b' },
  o2v1: { subject: 'b' },
  e1: { state: 'OFFERED', holdId: 'o2' },
  e2: { state: 'WAITING', version: 1, holdId: null },
  e1v2: { state: 'OFFERED', transaction: 'by d' },
  looked: null,
  t6: null,
} as const;

describe('the checker of expired waitlist entries', () => {
  it('finds nothing if an entry expires, whatever the order of lines', () => {
    expect(guiltOf()).toEqual(flawless);
    expect(judge(lines(story).reverse())).toEqual(flawless);
  });

  it('leaves an offer open while nobody knows whether the entry has expired', () => {
    expect(guiltOf({ over: { at: 52 } })).toEqual(flawless);
    expect(guiltOf({ ...offered, over: { at: 52 } })).toEqual(flawless);
    expect(guiltOf({ ...offered, over: null })).toEqual(flawless);
  });

  it.each<[string, Doctored, Partial<Verdict>]>([
    ['an offer to somebody whose wait is over', offered, { wrongWaitEnds: 1, unfair: 0 }],
    ['a wait that ends though its time is not over', { aged: null, over: null }, { wrongWaitEnds: 1, unfair: 1 }],
    ['a wait that ends before its time', { aged: { invoked: 90 }, over: { at: 95 }, looked: { invoked: 96, returned: 97 } }, { unfair: 1 }],
    ['somebody who is passed over while they wait in time', { aged: { invoked: 60 }, over: { at: 65 } }, { unfair: 1, wrongWaitEnds: 0 }],
    [
      'a wait that is over and never ends',
      { e1: { state: 'WAITING', version: 1 }, e1v2: null, t6: null, looked: null },
      { unfinished: 1, wrongWaiting: 0 },
    ],
    ['a wait that ended on no record', { e1v2: null }, { wrongWaiting: 2, untold: 1 }],
    ['a wait that ends behind the back of the world', { t6: null }, { wrongWaiting: 2 }],
    ['a record of what never was', { e1v2: { state: 'LEFT' } }, { wrongWaiting: 2 }],
    ['a look at an end that has not come', { looked: { invoked: 22, returned: 23 } }, { waitingOutOfOrder: 1 }],
  ])('finds %s', (_, doctored, guilty) => {
    const verdict = guiltOf(doctored);
    expect(verdict).not.toEqual(flawless);
    expect(verdict).toMatchObject(guilty);
  });
});
