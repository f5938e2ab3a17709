import type { PartitionPosition } from './offsets.js';

/** What the broker and the process say of a consumer at one moment. */
export interface Observation {
  readonly positions: readonly PartitionPosition[];
  /** Partitions that the group gave to this process, as `topic/number`. */
  readonly assigned: ReadonlySet<string>;
  /** Whether the broker counts us as a member, or is just making up its mind. */
  readonly isMember: boolean;
  /** How often the handler has come back so far. */
  readonly beats: number;
}

/** Observations without any progress after which a consumer is given up. */
export const patience = 4;

/**
 * Judges a consumer by what the broker says, because clients have been seen to stop with all their sockets open.
 * Answers true when it must be replaced. Observations are counted, not seconds: a process that was paused by its machine
 * gets the same patience again when it goes on.
 */
export function createJudge(): (seen: Observation) => boolean {
  let bad = 0;
  let previous: Observation | null = null;
  return (seen) => {
    const isFine = seen.isMember && (previous === null || progressed(previous, seen));
    bad = isFine ? 0 : bad + 1;
    previous = seen;
    return bad >= patience;
  };
}

/** A handler that keeps failing comes back each time: it waits for its database, and a new process would do no better. */
function progressed(before: Observation, now: Observation): boolean {
  if (now.beats !== before.beats) return true;
  const waiting = now.positions.filter(({ topic, partition, lag }) => lag > 0 && now.assigned.has(`${topic}/${partition}`));
  return waiting.length === 0 || waiting.some((position) => moved(before, position));
}

function moved(before: Observation, now: PartitionPosition): boolean {
  const known = before.positions.find(({ topic, partition }) => topic === now.topic && partition === now.partition);
  return known === undefined || known.lag === 0 || known.next !== now.next || !before.assigned.has(`${now.topic}/${now.partition}`);
}
