import { describe, expect, it } from '@jest/globals';
import { enterCounts, confirmAll, type Change, type Counts, type Outcome } from '../ledger/ledger.js';
import { emptyBook, memoryKeeper, type Book } from './book.js';
import { createOutbox } from './outbox.js';

const counts = (occupied: number): Counts => ({ total: 8, occupied, outOfService: 0 });
const room = (version: number, occupied: number) => ({
  id: 'a',
  shelterId: 'home',
  name: 'a',
  counts: counts(occupied),
  held: 0,
  version,
  confirmedAt: null,
  countedBy: null,
});
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** An outbox with a clock, a network and a session that the test controls. */
async function world(over: { book?: Book } = {}) {
  const state = { now: 1_000_000, maySend: true, answers: [] as Outcome[], isRunning: false };
  const sent: Change[] = [];
  const timers: { at: number; work: () => void }[] = [];
  const keeper = memoryKeeper(over.book ?? { ...emptyBook, rooms: [room(1, 3)] });
  const outbox = createOutbox({
    keeper,
    maySend: () => state.maySend,
    send: (change) => {
      sent.push(change);
      return Promise.resolve(state.answers.shift() ?? { kind: 'stored', room: room(change.base.version! + 1, change.counts.occupied) });
    },
    alone: (work) => work(),
    now: () => state.now,
    serverNow: () => state.now + 500_000,
    later: (milliseconds, work) => {
      const timer = { at: state.now + milliseconds, work };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  await settled();
  const say = async (occupied: number) => {
    const shown = outbox.book.get()!;
    const now = shown.changes.at(-1)?.counts ?? shown.rooms[0]!.counts;
    outbox.change((book) => ({ ...book, ...enterCounts(book, 'a', now, counts(occupied), { key: `key ${occupied}`, saidAt: state.now }) }));
    await settled();
  };
  const pass = async (milliseconds: number) => {
    state.now += milliseconds;
    const due = timers.filter(({ at }) => at <= state.now);
    for (const timer of due) timers.splice(timers.indexOf(timer), 1);
    for (const { work } of due) work();
    await settled();
  };
  return { outbox, state, sent, say, pass, keeper };
}

describe('an outbox', () => {
  it('shows a count at once, and sends it', async () => {
    const { outbox, sent, say } = await world();
    await say(4);
    expect(sent.map(({ key, countedAt }) => [key, countedAt])).toEqual([['key 4', null]]);
    expect(outbox.book.get()).toMatchObject({ changes: [], rooms: [{ version: 2, counts: { occupied: 4 } }] });
  });

  it("keeps a change that it may not send, sends only the last one, and dates it by the server's clock", async () => {
    const { outbox, state, sent, say, pass } = await world();
    state.maySend = false;
    await say(4);
    await say(5);
    await pass(600_000);
    expect(sent).toEqual([]);
    state.maySend = true;
    outbox.send();
    await settled();
    expect(sent.map((change) => [change.counts.occupied, change.countedAt])).toEqual([[5, new Date(1_500_000).toISOString()]]);
  });

  it('retries with the same key, later each time', async () => {
    const { outbox, state, sent, say, pass } = await world();
    state.answers = [{ kind: 'unknown' }, { kind: 'unknown' }];
    await say(4);
    await pass(2_000);
    await pass(2_000);
    expect(sent).toHaveLength(2);
    await pass(2_000);
    expect(new Set(sent.map(({ key, countedAt }) => `${key} ${countedAt}`)).size).toBe(1);
    expect([sent.length, outbox.book.get()!.changes]).toEqual([3, []]);
  });

  it('sends a change again unchanged if an earlier page may have sent it', async () => {
    const base = { version: 1, counts: counts(3) };
    const left: Change = {
      key: 'old',
      roomId: 'a',
      base,
      counts: counts(4),
      isConfirmation: false,
      saidAt: 0,
      notBefore: 0,
      isSent: true,
      countedAt: null,
    };
    const { sent } = await world({ book: { ...emptyBook, rooms: [room(1, 3)], changes: [left] } });
    expect(sent).toEqual([left]);
  });

  it('holds a confirmation back until it can no longer be undone', async () => {
    const { outbox, state, sent, pass } = await world();
    outbox.change((book) => ({ ...book, ...confirmAll(book, ['a'], () => 'right', state.now, state.now + 10_000) }));
    await settled();
    expect(sent).toEqual([]);
    await pass(10_000);
    expect(sent.map(({ key }) => key)).toEqual(['right']);
  });

  it('asks if the record has changed', async () => {
    const { outbox, state, sent, say } = await world();
    state.answers = [{ kind: 'conflict', currentVersion: 5 }];
    await say(4);
    expect([sent.length, outbox.book.get()!.questions]).toEqual([
      1,
      [{ roomId: 'a', mine: counts(4), saidAt: 1_000_000, atLeast: 5, refusal: null }],
    ]);
  });

  it('sends and shows nothing after it was closed', async () => {
    const { outbox, state, sent, say } = await world();
    state.maySend = false;
    await say(4);
    outbox.close();
    state.maySend = true;
    outbox.send();
    await settled();
    expect([sent, outbox.book.get()]).toEqual([[], emptyBook]);
  });
});
