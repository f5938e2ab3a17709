import { partitionName, type PartitionPosition } from '../client/offsets.js';
import type { Work } from './pulse.js';

/** What the broker and the process report about a consumer at one moment. */
export interface Observation {
  readonly positions: readonly PartitionPosition[];
  /** Partitions that the group assigned to this process, by {@link partitionName}. */
  readonly assigned: ReadonlySet<string>;
  /** Whether the group has ever assigned anything to this process. */
  readonly hasJoined: boolean;
  /** Whether the broker counts this process as a member. */
  readonly isMember: boolean;
  /** The group is rebalancing, or the process itself has paused the consumer: this observation says nothing. */
  readonly isUndecided: boolean;
  /** How often the handler has returned so far. */
  readonly beats: number;
  /** A handler is running: {@link createHandlerJudge} judges that. */
  readonly isBusy: boolean;
}

/** Observations without any progress after which a consumer is given up. */
export const patience = 4;
/** The same for one that has not joined yet: members of a killed process must leave first. */
export const patienceBeforeJoining = 20;
/** Observations in a row without a sign from a handler after which it is given up. A step of a handler takes less than 5 s. */
export const handlerPatience = 8;

/**
 * Judges a consumer by what the broker reports, because clients have been seen to stop with all their sockets open. Returns true if it must
 * be replaced. It counts observations, not seconds, so a process that its machine paused gets full patience again afterwards.
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
  return now.isBusy || (now.isMember && (before === null || progressed(before, now)));
}

/** A handler that keeps failing returns each time: it waits for its database, and a new process would do no better. */
function progressed(before: Observation, now: Observation): boolean {
  if (now.beats !== before.beats) return true;
  const waiting = now.positions.filter((position) => position.lag > 0 && now.assigned.has(partitionName(position)));
  return waiting.length === 0 || waiting.some((position) => moved(before, position));
}

function moved(before: Observation, now: PartitionPosition): boolean {
  const known = before.positions.find((position) => partitionName(position) === partitionName(now));
  return known === undefined || known.lag === 0 || known.next !== now.next || !before.assigned.has(partitionName(now));
}

/**
 * Judges running work by its signs of progress, each piece separately. Returns true if one of them hangs. A batch may take long while it
 * makes progress: the limit is for a step, not for a batch.
 */
export function createHandlerJudge(): (atWork: readonly Work[]) => boolean {
  let silent = new Map<Work, { readonly signs: number; readonly looks: number }>();
  return (atWork) => {
    silent = new Map(
      atWork.map((work) => {
        const [before, signs] = [silent.get(work), work.signs()];
        return [work, { signs, looks: before?.signs === signs ? before.looks + 1 : 0 }];
      }),
    );
    return [...silent.values()].some(({ looks }) => looks >= handlerPatience);
  };
}
