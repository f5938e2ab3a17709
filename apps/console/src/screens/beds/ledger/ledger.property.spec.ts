import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answered,
  emptyLedger,
  isReady,
  keepMine,
  mergeRooms,
  mergeShelter,
  letGo,
  markSent,
  nextToSend,
  sameCounts,
  confirmAll,
  enterCounts,
  sentCounts,
  shownCounts,
  takeBack,
  type Change,
  type Counts,
  type Ledger,
  type Outcome,
  type Room,
} from './ledger.js';

const room = (id: string, version: number, counts: Counts): Room => ({
  id,
  shelterId: 'home',
  name: id,
  counts,
  held: 0,
  version,
  confirmedAt: null,
  countedBy: null,
});
const start: Counts = { total: 10, occupied: 5, outOfService: 0 };
const roomIds = ['a', 'b'] as const;

/** A request on its way to the server. */
interface Request {
  readonly key: string;
  readonly roomId: string;
  readonly expectedVersion: number;
  readonly body: string;
  readonly counts: Partial<Counts>;
}

/** The server according to the contract: absolute counts, a version, each key once. */
class Record {
  readonly rooms = new Map<string, { version: number; counts: Counts }>(roomIds.map((id) => [id, { version: 1, counts: start }]));
  readonly answers = new Map<string, { body: string; outcome: Outcome }>();
  /** The author of each write, in order: one of our keys, or 'other'. */
  readonly log: { roomId: string; by: string; before: number; counts: Counts }[] = [];

  take({ key, roomId, expectedVersion, body, counts }: Request): Outcome {
    const known = this.answers.get(key);
    // The server would refuse the same key with other content, and the meaning would be unclear.
    if (known) expect(known.body).toBe(body);
    const outcome = known?.outcome ?? this.write(key, roomId, expectedVersion, counts);
    this.answers.set(key, { body, outcome });
    return outcome;
  }

  private write(key: string, roomId: string, expectedVersion: number, counts: Partial<Counts>): Outcome {
    const now = this.rooms.get(roomId)!;
    if (now.version !== expectedVersion) return { kind: 'conflict', currentVersion: now.version };
    this.set(roomId, { ...now.counts, ...counts }, key);
    return { kind: 'stored', room: this.shown(roomId) };
  }

  set(roomId: string, counts: Counts, by: string): void {
    const { version } = this.rooms.get(roomId)!;
    this.rooms.set(roomId, { version: version + 1, counts });
    this.log.push({ roomId, by, before: version, counts });
  }

  /** A hold takes a bed or gives it back, without a count. */
  hold(roomId: string): void {
    const now = this.rooms.get(roomId)!;
    this.rooms.set(roomId, { ...now, version: now.version + 1 });
  }

  shown(roomId: string): Room {
    const { version, counts } = this.rooms.get(roomId)!;
    return room(roomId, version, counts);
  }
}

/** A phone with two tabs that share their storage, a network that loses and delays, and other users. */
class World {
  readonly record = new Record();
  kept: Ledger = mergeRooms(
    emptyLedger,
    roomIds.map((id) => this.record.shown(id)),
  );
  /** The book that each tab shows. */
  screens: Ledger[] = [this.kept, this.kept];
  sending: { tab: number; request: Request } | null = null;
  readonly onTheWay: Request[] = [];
  readonly lateReads: Room[] = [];
  /** The last change by staff to a room; null: none that the record should have. */
  readonly words = new Map<string, Counts | null>();
  /** Keys of sent requests without an answer. */
  readonly unanswered = new Set<string>();
  private readonly confirmations = new Set<string>();
  private keys = 0;
  private now = 0;

  private stamp = () => ({ key: `key-${++this.keys}`, saidAt: this.now });

  /** A tab shows the stored book, as it does after each of its own changes. */
  draw(tab: number): void {
    this.screens[tab] = this.kept;
  }

  tap(tab: number, roomId: string, step: number): void {
    const shown = shownCounts(this.screens[tab]!, roomId)!;
    const counts = { ...shown, occupied: Math.max(0, shown.occupied + step) };
    const wasAsked = this.asks(roomId);
    const isUpToDate = sameCounts(shown, shownCounts(this.kept, roomId)!);
    this.words.set(roomId, counts);
    this.kept = enterCounts(this.kept, roomId, shown, counts, this.stamp());
    // If staff saw an old count, there is a question, which only a decision ends.
    expect(this.asks(roomId)).toBe(wasAsked || !isUpToDate);
    this.settleUnchanged(roomId);
    this.draw(tab);
  }

  private asks = (roomId: string): boolean => this.kept.questions.some((one) => one.roomId === roomId);

  confirm(tab: number): void {
    const stamp = this.stamp();
    this.kept = confirmAll(this.kept, roomIds, (id) => `${stamp.key}-${id}`, this.now, this.now + 10);
    for (const id of roomIds) this.confirmations.add(`${stamp.key}-${id}`);
    this.draw(tab);
  }

  takeBack(tab: number): void {
    this.kept = takeBack(this.kept, [...this.confirmations]);
    this.draw(tab);
  }

  /** If staff tap + and then − before anything was sent, there is no change. */
  private settleUnchanged(roomId: string): void {
    const isLeft = this.kept.changes.some((one) => one.roomId === roomId) || this.kept.questions.some((one) => one.roomId === roomId);
    if (!isLeft) this.words.set(roomId, null);
  }

  decide(tab: number, roomId: string, mine: boolean): void {
    const question = this.screens[tab]!.questions.find((one) => one.roomId === roomId);
    if (!question || !isReady(this.screens[tab]!, question)) return;
    const shown = shownCounts(this.screens[tab]!, roomId)!;
    const isStillAsked = this.asks(roomId);
    if (mine) this.kept = keepMine(this.kept, roomId, shown, this.stamp());
    else this.kept = letGo(this.kept, roomId);
    // An earlier change of another tab is still on its way.
    if (isStillAsked && !mine) this.words.set(roomId, this.kept.changes.findLast((one) => one.roomId === roomId)?.counts ?? null);
    this.draw(tab);
  }

  /** One tab at a time: they share a lock. */
  send(tab: number): void {
    if (this.sending) return;
    const next = nextToSend(this.kept, this.now);
    if (!next) return;
    this.kept = markSent(this.kept, next.key, () => `${this.now}`);
    const request = requestOf(this.kept.changes.find(({ key }) => key === next.key)!);
    this.sending = { tab, request };
    this.unanswered.add(next.key);
    this.onTheWay.push(request);
  }

  /** The server takes any request that is on its way, also one that was given up or that arrived already. */
  arrive(pick: number): void {
    const request = this.onTheWay[pick % Math.max(1, this.onTheWay.length)];
    if (request) this.record.take(request);
  }

  answer(isLost: boolean): void {
    if (!this.sending) return;
    const { tab, request } = this.sending;
    this.sending = null;
    const outcome: Outcome = isLost ? { kind: 'unknown' } : this.record.take(request);
    if (!isLost) this.unanswered.delete(request.key);
    this.kept = answered(this.kept, request.key, outcome);
    this.draw(tab);
  }

  /** A tab is closed or reloaded at any moment. */
  reload(tab: number): void {
    if (this.sending?.tab === tab) this.sending = null;
    this.draw(tab);
  }

  read(roomId: string): void {
    this.lateReads.push(this.record.shown(roomId));
  }

  /** `whole`: as if there was no answer since the query was sent, which another tab cannot know. */
  hear(tab: number, pick: number, whole: boolean): void {
    const heard = this.lateReads[pick % Math.max(1, this.lateReads.length)];
    const others = this.kept.rooms.filter(({ id }) => id !== heard?.id);
    if (heard) this.kept = whole ? mergeShelter(this.kept, 'home', [...others, heard]) : mergeRooms(this.kept, [heard]);
    this.draw(tab);
  }

  other(roomId: string, step: number): void {
    const { counts } = this.record.rooms.get(roomId)!;
    this.record.set(roomId, { ...counts, occupied: Math.max(0, counts.occupied + step) }, 'other');
  }

  wait(): void {
    this.now += 11;
  }

  /** Everything arrives, and all staff confirm their own counts. */
  settle(look: () => void = () => undefined): void {
    const steps = [
      () => this.wait(),
      () => this.send(0),
      () => this.answer(false),
      () =>
        (this.kept = mergeRooms(
          this.kept,
          roomIds.map((id) => this.record.shown(id)),
        )),
      () => this.draw(0),
      ...roomIds.map((id) => () => this.decide(0, id, true)),
    ];
    for (let turn = 0; turn < 20; turn += 1)
      for (const step of steps) {
        step();
        look();
      }
  }
}

function requestOf(change: Change): Request {
  const { key, roomId, base, countedAt } = change;
  const counts = sentCounts(change);
  return { key, roomId, expectedVersion: base.version!, counts, body: JSON.stringify([roomId, base.version, counts, countedAt]) };
}

type Step = (world: World) => void;
const tab = fc.constantFrom(0, 1);
const roomId = fc.constantFrom(...roomIds);
const by = fc.constantFrom(-1, 1);
const steps: fc.Arbitrary<{ name: string; run: Step }> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(tab, roomId, by).map((args) => ({ name: `tap ${args}`, run: (w: World) => w.tap(...args) })) },
  { weight: 4, arbitrary: tab.map((t) => ({ name: `send ${t}`, run: (w: World) => w.send(t) })) },
  { weight: 4, arbitrary: fc.boolean().map((lost) => ({ name: `answer, lost: ${lost}`, run: (w: World) => w.answer(lost) })) },
  { weight: 2, arbitrary: fc.nat(9).map((n) => ({ name: `arrive ${n}`, run: (w: World) => w.arrive(n) })) },
  { weight: 2, arbitrary: tab.map((t) => ({ name: `draw ${t}`, run: (w: World) => w.draw(t) })) },
  { weight: 1, arbitrary: tab.map((t) => ({ name: `reload ${t}`, run: (w: World) => w.reload(t) })) },
  { weight: 2, arbitrary: roomId.map((r) => ({ name: `read ${r}`, run: (w: World) => w.read(r) })) },
  {
    weight: 2,
    arbitrary: fc.tuple(tab, fc.nat(9), fc.boolean()).map((args) => ({ name: `hear ${args}`, run: (w: World) => w.hear(...args) })),
  },
  { weight: 2, arbitrary: fc.tuple(roomId, by).map((args) => ({ name: `other ${args}`, run: (w: World) => w.other(...args) })) },
  { weight: 1, arbitrary: roomId.map((r) => ({ name: `hold ${r}`, run: (w: World) => w.record.hold(r) })) },
  { weight: 1, arbitrary: tab.map((t) => ({ name: `confirm ${t}`, run: (w: World) => w.confirm(t) })) },
  { weight: 1, arbitrary: tab.map((t) => ({ name: `take back ${t}`, run: (w: World) => w.takeBack(t) })) },
  { weight: 1, arbitrary: fc.constant({ name: 'wait', run: (w: World) => w.wait() }) },
  {
    weight: 2,
    arbitrary: fc.tuple(tab, roomId, fc.boolean()).map((args) => ({ name: `decide ${args}`, run: (w: World) => w.decide(...args) })),
  },
);

const runs = (check: (world: World) => void, after: (world: World) => void) =>
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60 }), (taken) => {
      const world = new World();
      for (const { run } of taken) {
        run(world);
        check(world);
      }
      world.settle();
      after(world);
    }),
    { numRuns: 1_000 },
  );

describe('counts on their way to the record', () => {
  it('are each written once, or asked about, or taken back', () => {
    runs(
      ({ kept, unanswered }) => {
        expect([...unanswered].filter((key) => !kept.changes.some((one) => one.key === key))).toEqual([]);
        for (const id of roomIds) expect(kept.changes.filter((one) => one.roomId === id && one.isSent).length).toBeLessThanOrEqual(1);
        for (const id of roomIds) expect(kept.changes.filter((one) => one.roomId === id).length).toBeLessThanOrEqual(2);
      },
      ({ kept, record, words }) => {
        expect([kept.changes, kept.questions]).toEqual([[], []]);
        const ours = record.log.filter(({ by: writer }) => writer !== 'other').map(({ by: key }) => key);
        expect(new Set(ours).size).toBe(ours.length);
        for (const [id, word] of words) {
          // The last change is on record, with only later counts by others after it.
          if (!word) continue;
          const log = record.log.filter((entry) => entry.roomId === id);
          const told = log.findLastIndex(({ by: key, counts }) => key !== 'other' && sameCounts(counts, word));
          expect({ id, word, told }).not.toEqual({ id, word, told: -1 });
          expect(log.slice(told + 1).filter(({ by: writer }) => writer !== 'other')).toEqual([]);
        }
      },
    );
  });

  it('never replace a count that nobody here has seen', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), (taken) => {
        const world = new World();
        // Versions of each room that the staff here have seen, or that their own changes led to.
        const seen = new Map<string, Set<number>>(roomIds.map((id) => [id, new Set([1])]));
        let read = 0;
        const look = () => {
          for (; read < world.record.log.length; read += 1) {
            const { roomId: id, by: writer, before } = world.record.log[read]!;
            if (writer === 'other') continue;
            expect({ id, before, wasSeen: seen.get(id)!.has(before) }).toEqual({ id, before, wasSeen: true });
            seen.get(id)!.add(before + 1);
          }
          for (const screen of world.screens) for (const { id, version } of screen.rooms) seen.get(id)!.add(version);
        };
        for (const { run } of taken) {
          run(world);
          look();
        }
        world.settle(look);
      }),
      { numRuns: 1_000 },
    );
  });

  it('raise no question while one tab is alone with the record', () => {
    const alone = steps.filter(
      ({ name }) => /^(tap|send|answer|arrive|confirm|take back|reload|draw|wait)/.test(name) && !/ 1\b/.test(name),
    );
    fc.assert(
      fc.property(fc.array(alone, { maxLength: 60 }), (taken) => {
        const world = new World();
        for (const { run } of taken) {
          run(world);
          expect(world.kept.questions).toEqual([]);
        }
        world.settle();
        for (const [id, word] of world.words) if (word) expect(world.record.rooms.get(id)!.counts).toEqual(word);
      }),
      { numRuns: 1_000 },
    );
  });
});
