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

/** Options of a replay. If the replay hangs, another process continues it. */
export interface ReplayOptions extends SubscriptionOptions {
  /** Pulse of the live consumer, which is paused during the replay. */
  readonly pulse: Pulse;
  readonly signal: AbortSignal;
}

/** Replays of a subscription. */
export interface Replay {
  /** Resolves when everything is handled that the topics contained at the beginning. */
  begin(prepare: () => Promise<void>): Promise<void>;
  /** Continues a replay whose process is gone. */
  resume(): Promise<void>;
  /** Resolves when no replay is running. */
  ended(): Promise<unknown>;
}

/**
 * Replays through a group of its own, because the offsets of a group with active members cannot be set from outside. The group is created,
 * with offsets at the beginning, before `prepare` empties anything. It is the stored promise that everything will be handled again: a
 * process that finds it without members continues the replay. This process pauses live events meanwhile. Other members of the live group
 * continue, so an event may be handled before an older one of its key, which then has no effect. So either each event must contain the
 * whole state, or only one member may be running.
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

/** `prepare` null: continues a replay that was begun. */
async function replayAll(options: ReplayOptions, prepare: (() => Promise<void>) | null): Promise<void> {
  const { kafka, admin, group, pulse, onError, onStalled, signal } = options;
  const [givenUp, ended] = [new AbortController(), new AbortController()];
  const consumer = groupConsumer(kafka, replayGroupOf(group), signal, givenUp.signal);
  const gate = createGate();
  const ownPulse = createPulse();
  const watched = watch(consumer, options, ownPulse);
  let keepsGroup = prepare === null;
  await pulse.hold();
  try {
    const crashed = failureOf(consumer);
    await startConsumer(consumer, options, gate, ownPulse);
    if (prepare !== null) {
      await storeStart(consumer, options);
      await prepare();
      keepsGroup = true;
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
    keepsGroup = signal.aborted;
  } finally {
    ended.abort();
    gate.shut();
    await consumer.disconnect().catch(onError);
    pulse.release();
    // This fails if another process that helps still uses the group; that process deletes it.
    if (!keepsGroup) await admin.use((connected) => connected.deleteGroups([replayGroupOf(group)])).catch(() => undefined);
  }
}

function watch(consumer: Consumer, { group, topics }: ReplayOptions, pulse: Pulse): Watched {
  const own = replayGroupOf(group);
  const watched: Watched = { group: own, pulse, positions: (asked) => positionsOf(asked, own, topics), joined: null };
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => (watched.joined = payload));
  return watched;
}

/** Rejects when the consumer has stopped for good. */
function failureOf(consumer: Consumer): Promise<never> {
  const failure = new Promise<never>((_resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || reject(payload.error));
  });
  failure.catch(() => undefined);
  return failure;
}

/** A handler waits here until it may begin. */
interface Gate {
  readonly passed: Promise<void>;
  open(): void;
  /** Rejects for handlers that still wait. */
  shut(): void;
}

function createGate(): Gate {
  const { promise: passed, resolve, reject } = Promise.withResolvers<void>();
  passed.catch(() => undefined);
  return { passed, open: resolve, shut: () => reject(new Error('The replay has ended.')) };
}

/** Joins the group; handlers wait for the gate. */
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

/** Stores that everything must be handled again. */
async function storeStart(consumer: Consumer, { admin, topics }: ReplayOptions): Promise<void> {
  await consumer.commitOffsets(await admin.use((connected) => firstOffsets(connected, topics)));
}

const lookMilliseconds = 500;

/** Resolves when the group has reached the end that the topics had when the replay began, or when the signal aborts. */
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
