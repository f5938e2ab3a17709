import type { Heard } from './subscriber.js';
import type { Acknowledged } from './writer.js';

/** The faults of a subscriber. */
export interface Verdict {
  /** Acknowledged counts that it never received, nor a later one of the same service. */
  readonly lost: number;
  /** States that differ from the acknowledged count with their number. */
  readonly wrong: number;
  /** States that are older than an earlier one. */
  readonly backwards: number;
}

/** No faults. */
export const innocent: Verdict = { lost: 0, wrong: 0, backwards: 0 };

/** Judges by the records of the clients alone. */
export function verdictOn(heard: readonly Heard[], acknowledged: readonly Acknowledged[]): Verdict {
  const truth = new Map(acknowledged.map(({ serviceId, version, free }) => [`${serviceId} ${version}`, free]));
  const isWrong = ({ serviceId, sequence, free }: Heard) => (truth.get(`${serviceId} ${sequence}`) ?? free) !== free;
  return {
    lost: acknowledged.filter((count) => delayOf(count, heard) === null).length,
    wrong: heard.filter(isWrong).length,
    backwards: heard.filter((state, index) => isBehind(state, heard.slice(0, index))).length,
  };
}

/** Longest time from an acknowledgement until the subscriber had the count; 0 if it had it before. */
export const longestDelay = (heard: readonly Heard[], acknowledged: readonly Acknowledged[]): number =>
  Math.round(Math.max(0, ...acknowledged.map((count) => delayOf(count, heard) ?? 0)));

/** Null: never. */
function delayOf({ serviceId, version, at }: Acknowledged, heard: readonly Heard[]): number | null {
  const first = heard.find((state) => state.serviceId === serviceId && state.sequence >= version);
  return first ? first.at - at : null;
}

const isBehind = ({ serviceId, sequence }: Heard, before: readonly Heard[]): boolean =>
  before.some((state) => state.serviceId === serviceId && state.sequence > sequence);
