import type { Admin, ConsumerGroupJoinEvent } from 'kafkajs';
import { partitionName, positionsOf } from './offsets.js';
import type { Pulse } from './pulse.js';
import type { Renewable } from './renewable.js';
import { replayGroupOf } from './replay-group.js';
import { pause } from './until-done.js';
import { createJudge, type Observation } from './watchdog.js';

/** A consumer as its process knows it. */
export interface Watched {
  readonly group: string;
  readonly topics: readonly string[];
  readonly pulse: Pulse;
  joined: ConsumerGroupJoinEvent['payload'] | null;
}

/** What {@link watchConsumer} needs. */
export interface WatchOptions {
  readonly admin: Renewable<Admin>;
  readonly watched: Watched;
  readonly signal: AbortSignal;
  readonly onStalled: (group: string) => void;
  /** A replay was begun and its process is gone. */
  readonly onReplayLeft: () => void;
}

const lookMilliseconds = 2_000;

/** Asks the broker every few seconds whether the consumer moves, until it does not or the signal says stop. */
export async function watchConsumer({ admin, watched, signal, onStalled, onReplayLeft }: WatchOptions): Promise<void> {
  const mustReplace = createJudge();
  while (!signal.aborted) {
    await pause(lookMilliseconds, signal);
    // A broker that does not answer says nothing about us.
    const seen = await admin.use((connected) => observe(connected, watched)).catch(() => null);
    if (seen === null || signal.aborted) continue;
    if (seen.isReplayLeft) onReplayLeft();
    if (mustReplace(seen)) return onStalled(watched.group);
  }
}

async function observe(admin: Admin, { group, topics, pulse, joined }: Watched): Promise<Observation & { isReplayLeft: boolean }> {
  const { groups } = await admin.describeGroups([group, replayGroupOf(group)]);
  const described = groups.find(({ groupId }) => groupId === group);
  const positions = await positionsOf(admin, group, topics);
  return {
    positions,
    assigned: new Set(
      Object.entries(joined?.memberAssignment ?? {}).flatMap(([topic, numbers]) =>
        numbers.map((partition) => partitionName({ topic, partition })),
      ),
    ),
    hasJoined: joined !== null,
    isMember: Boolean(described?.members.some(({ memberId }) => memberId === joined?.memberId)),
    isUndecided: described?.state === 'PreparingRebalance' || described?.state === 'CompletingRebalance' || pulse.standsStill(),
    beats: pulse.beats(),
    busyMilliseconds: pulse.busyMilliseconds(),
    isReplayLeft: groups.some(({ groupId, state }) => groupId === replayGroupOf(group) && state === 'Empty'),
  };
}
