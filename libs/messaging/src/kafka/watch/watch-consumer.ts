import type { Admin, ConsumerGroupJoinEvent, Kafka } from 'kafkajs';
import { leaveGroup } from '../client/leave-group.js';
import { partitionName, type PartitionPosition } from '../client/offsets.js';
import type { Pulse } from './pulse.js';
import type { Renewable } from '../client/renewable.js';
import { replayGroupOf } from './replay-group.js';
import { pause } from '../client/until-done.js';
import { createHandlerJudge, createJudge, type Observation } from './watchdog.js';

/** Called when a consumer hangs, with the sign that showed it. */
export type OnStalled = (group: string, why: 'no progress' | 'silent handler' | 'crash') => void;

/** A consumer as its process knows it. */
export interface Watched {
  readonly group: string;
  readonly pulse: Pulse;
  /** Its position, and the end of the broker's topics. */
  readonly positions: (admin: Admin) => Promise<readonly PartitionPosition[]>;
  joined: ConsumerGroupJoinEvent['payload'] | null;
}

/** What {@link watchConsumer} needs. */
export interface WatchOptions {
  readonly kafka: Kafka;
  readonly admin: Renewable<Admin>;
  readonly watched: Watched;
  readonly signal: AbortSignal;
  /** The consumer hangs. From now on it must not join again. */
  readonly giveUp: () => void;
  /** The same, after it has left its group. */
  readonly onStalled: OnStalled;
  /** A replay was begun and its process is gone. */
  readonly onReplayLeft?: () => void;
}

const brokerMilliseconds = 2_000;
const handlerMilliseconds = 1_000;
/** Leaves the group. If that fails, the group notices by itself later. */
const leaveMilliseconds = 2_000;

/**
 * Watches the consumer until it hangs or the signal aborts, by what the broker reports and what its handlers do. A hanging consumer leaves
 * its group at once, so that others get its partitions before its process has ended.
 */
export async function watchConsumer(options: WatchOptions): Promise<void> {
  const { kafka, watched, signal, giveUp, onStalled } = options;
  const found = new AbortController();
  const until = AbortSignal.any([signal, found.signal]);
  const watching = [
    untilBehind(options, until).then((isBehind) => isBehind && ('no progress' as const)),
    untilSilent(watched.pulse, until).then((isSilent) => isSilent && ('silent handler' as const)),
  ];
  const why = await Promise.race(watching);
  found.abort();
  if (why) {
    giveUp();
    const { group, joined } = watched;
    const leaving = joined && leaveGroup(kafka, group, joined.memberId).catch(() => undefined);
    await Promise.race([leaving, pause(leaveMilliseconds, signal)]);
    onStalled(group, why);
  }
  await Promise.all(watching);
}

/** Whether the broker's reports show that the consumer hangs; false: stopped watching. */
async function untilBehind({ admin, watched, onReplayLeft }: WatchOptions, signal: AbortSignal): Promise<boolean> {
  const mustReplace = createJudge();
  while (!signal.aborted) {
    await pause(brokerMilliseconds, signal);
    // A broker that does not answer says nothing about this consumer.
    const seen = await admin.use((connected) => observe(connected, watched)).catch(() => null);
    if (seen === null || signal.aborted) continue;
    if (seen.isReplayLeft) onReplayLeft?.();
    if (mustReplace(seen)) return true;
  }
  return false;
}

/** Whether a handler hangs; false: stopped watching. */
async function untilSilent(pulse: Pulse, signal: AbortSignal): Promise<boolean> {
  const mustReplace = createHandlerJudge();
  while (!signal.aborted) {
    await pause(handlerMilliseconds, signal);
    if (mustReplace(pulse.atWork())) return !signal.aborted;
  }
  return false;
}

async function observe(admin: Admin, { group, pulse, positions, joined }: Watched): Promise<Observation & { isReplayLeft: boolean }> {
  const { groups } = await admin.describeGroups([group, replayGroupOf(group)]);
  const described = groups.find(({ groupId }) => groupId === group);
  return {
    positions: await positions(admin),
    assigned: new Set(
      Object.entries(joined?.memberAssignment ?? {}).flatMap(([topic, numbers]) =>
        numbers.map((partition) => partitionName({ topic, partition })),
      ),
    ),
    hasJoined: joined !== null,
    isMember: Boolean(described?.members.some(({ memberId }) => memberId === joined?.memberId)),
    isUndecided: described?.state === 'PreparingRebalance' || described?.state === 'CompletingRebalance' || pulse.isPaused(),
    beats: pulse.beats(),
    isBusy: pulse.atWork().length > 0,
    isReplayLeft: groups.some(({ groupId, state }) => groupId === replayGroupOf(group) && state === 'Empty'),
  };
}
