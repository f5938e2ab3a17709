import { partitionName, type PartitionPosition } from './offsets.js';

/** What the broker and the process say of a consumer at one moment. */
export interface Observation {
  readonly positions: readonly PartitionPosition[];
  /** Partitions that the group gave to this process, by {@link partitionName}. */
  readonly assigned: ReadonlySet<string>;
  /** Whether the group has ever given this process anything. */
  readonly hasJoined: boolean;
  /** Whether the broker counts us as a member. */
  readonly isMember: boolean;
  /** The group makes up its mind, or the process itself has the consumer stand still: says nothing. */
  readonly isUndecided: boolean;
  /** How often the handler has come back so far. */
  readonly beats: number;
  /** How long the handler has been at work; null: it is not. */
  readonly busyMilliseconds: number | null;
}

/** Observations without any progress after which a consumer is given up. */
export const patience = 4;
/** The same for one that has not joined yet: members of a process that was killed must leave first. */
export const patienceBeforeJoining = 20;
/** A handler that is still at work has not stopped; it may wait for its database. After this time it hangs. */
export const handlerMilliseconds = 120_000;

/**
 * Judges a consumer by what the broker says, because clients have been seen to stop with all their sockets open.
 * Answers true when it must be replaced. Observations are counted, not seconds: a process that was paused by its machine
 * gets the same patience again when it goes on.
 */
export function createJudge(): (seen: Observation) => boolean {
  let bad = 0;
  let previous: Observation | null = null;
  return (seen) => {
    if (!seen.isUndecided) bad = isFine(previous, seen) ? 0 : bad + 1;
    previous = seen;
    return bad >= (seen.hasJoined ? patience : patienceBeforeJoining);
  };
}

function isFine(before: Observation | null, now: Observation): boolean {
  if (now.busyMilliseconds !== null) return now.busyMilliseconds < handlerMilliseconds;
  return now.isMember && (before === null || progressed(before, now));
}

/** A handler that keeps failing comes back each time: it waits for its database, and a new process would do no better. */
function progressed(before: Observation, now: Observation): boolean {
  if (now.beats !== before.beats) return true;
  const waiting = now.positions.filter((position) => position.lag > 0 && now.assigned.has(partitionName(position)));
  return waiting.length === 0 || waiting.some((position) => moved(before, position));
}

function moved(before: Observation, now: PartitionPosition): boolean {
  const known = before.positions.find((position) => partitionName(position) === partitionName(now));
  return known === undefined || known.lag === 0 || known.next !== now.next || !before.assigned.has(partitionName(now));
}
