import type { Consumer } from 'kafkajs';
import type { BatchHandler } from '../event-bus.js';
import { deliverTo } from './deliver-batch.js';
import { groupConsumer } from './client/group-consumer.js';
import { firstOffsets, partitionName, positionsOf, type PartitionPosition } from './client/offsets.js';
import { createPulse, type Pulse } from './watch/pulse.js';
import { replayGroupOf } from './watch/replay-group.js';
import { pause } from './client/until-done.js';
import type { SubscriptionOptions } from './subscription-options.js';
import { watchConsumer, type Watched } from './watch/watch-consumer.js';

/** What a replay needs of its subscription. When it stands still, another process takes the replay up. */
export interface ReplayOptions extends SubscriptionOptions {
  /** Of the live consumer, which stands still meanwhile. */
  readonly pulse: Pulse;
  readonly signal: AbortSignal;
}

/** Replays of a subscription. */
export interface Replay {
  /** Resolves when everything that the topics held at the beginning is handled. */
  begin(prepare: () => Promise<void>): Promise<void>;
  /** Takes up a replay whose process is gone. */
  resume(): Promise<void>;
  /** Resolves when none is at work. */
  ended(): Promise<unknown>;
}

/**
 * Replays through a group of its own, since the offsets of a group with living members cannot be set from outside. The
 * group is made, with offsets at the beginning, before `prepare` empties anything: it is the stored promise that all will
 * be handled again, and whichever process finds it left alone takes it up. Live events wait in this process meanwhile;
 * where other members go on with theirs, an event may come before an older one of its key, which then has no effect: so
 * either each event tells the whole state, or one member replays alone.
 */
export function createReplay(options: ReplayOptions): Replay {
  let running: Promise<void> | null = null;
  const oneAtATime = (work: () => Promise<void>): Promise<void> => {
    running ??= work().finally(() => (running = null));
    return running;
  };
  return {
    begin: async (prepare) => {
      if (running !== null) throw new Error('A replay is at work already.');
      await failIfAtWork(options);
      await oneAtATime(() => replayAll(options, prepare));
    },
    resume: () => oneAtATime(() => replayAll(options, null)),
    ended: () => Promise.resolve(running?.catch(() => undefined)),
  };
}

async function failIfAtWork({ admin, group }: ReplayOptions): Promise<void> {
  const { groups } = await admin.use((connected) => connected.describeGroups([replayGroupOf(group)]));
  if (groups.some(({ members }) => members.length > 0)) throw new Error('A replay is at work already, in another process.');
}

/** `prepare` null: goes on with one that was begun. */
async function replayAll(options: ReplayOptions, prepare: (() => Promise<void>) | null): Promise<void> {
  const { kafka, admin, group, pulse, onError, onStalled, signal } = options;
  const [givenUp, ended] = [new AbortController(), new AbortController()];
  const consumer = groupConsumer(kafka, replayGroupOf(group), signal, givenUp.signal);
  const gate = createGate();
  const ownPulse = createPulse();
  const watched = watch(consumer, options, ownPulse);
  let isToStay = prepare === null;
  await pulse.hold();
  try {
    const crashed = failureOf(consumer);
    await startConsumer(consumer, options, gate, ownPulse);
    if (prepare !== null) {
      await promise(consumer, options);
      await prepare();
      isToStay = true;
    }
    gate.open();
    void watchConsumer({
      kafka,
      admin,
      watched,
      giveUp: () => givenUp.abort(),
      onStalled,
      signal: AbortSignal.any([signal, ended.signal]),
    });
    await Promise.race([untilHandled(options), crashed]);
    isToStay = signal.aborted;
  } finally {
    ended.abort();
    gate.shut();
    await consumer.disconnect().catch(onError);
    pulse.release();
    // Another process that helps has it still; that one removes it.
    if (!isToStay) await admin.use((connected) => connected.deleteGroups([replayGroupOf(group)])).catch(() => undefined);
  }
}

function watch(consumer: Consumer, { group, topics }: ReplayOptions, pulse: Pulse): Watched {
  const own = replayGroupOf(group);
  const watched: Watched = { group: own, pulse, positions: (asked) => positionsOf(asked, own, topics), joined: null };
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => (watched.joined = payload));
  return watched;
}

/** Rejects when the consumer has ended for good. */
function failureOf(consumer: Consumer): Promise<never> {
  const failure = new Promise<never>((_resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || reject(payload.error));
  });
  failure.catch(() => undefined);
  return failure;
}

/** Where a handler waits until it may begin. */
interface Gate {
  readonly passed: Promise<void>;
  open(): void;
  /** Those who still wait are sent away. */
  shut(): void;
}

function createGate(): Gate {
  const { promise: passed, resolve, reject } = Promise.withResolvers<void>();
  passed.catch(() => undefined);
  return { passed, open: resolve, shut: () => reject(new Error('The replay has ended.')) };
}

/** It joins, and handles when the gate is open. */
async function startConsumer(consumer: Consumer, { topics, handle, onError }: ReplayOptions, gate: Gate, pulse: Pulse): Promise<void> {
  const handleThen: BatchHandler = async (events, goesOn) => {
    await gate.passed;
    await handle(events, goesOn);
  };
  const eachBatch = deliverTo(handleThen, pulse, onError);
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch });
}

/** Stores that everything is to be handled again. */
async function promise(consumer: Consumer, { admin, topics }: ReplayOptions): Promise<void> {
  await consumer.commitOffsets(await admin.use((connected) => firstOffsets(connected, topics)));
}

const lookMilliseconds = 500;

/** Until the group stands where the topics ended when it began, or the signal says stop. */
async function untilHandled({ admin, group, topics, signal }: ReplayOptions): Promise<void> {
  const look = () => admin.use((connected) => positionsOf(connected, replayGroupOf(group), topics));
  const goals = new Map((await look()).map((position) => [partitionName(position), position.end]));
  const isBehind = (position: PartitionPosition) => position.next < (goals.get(partitionName(position)) ?? 0n);
  while (!signal.aborted) {
    const seen = await look().catch(() => null);
    if (seen !== null && !seen.some(isBehind)) return;
    await pause(lookMilliseconds, signal);
  }
}
