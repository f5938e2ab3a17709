import { NeedOutcome } from '@haven/events';
import type { Judged } from '../judging/judge-site.js';

/** The outcome of a need, by the places that were judged for it. */
export function needOutcome(judged: readonly Judged[]): NeedOutcome {
  const fitting = judged.filter(({ failed }) => failed.length === 0);
  if (fitting.length > 0) return fitting.some(({ asks }) => asks.length === 0) ? 'MET' : 'MET_WITH_QUESTIONS';
  if (judged.some(failsOnly(isTaken))) return 'FULL';
  if (judged.some(failsOnly((code) => isTaken(code) || code.startsWith('NOT_ADMITTED')))) return 'NOT_ADMITTED';
  return judged.length > 0 ? 'OUT_OF_REACH' : 'NONE';
}

/** The place would take these people if there were room. */
const isTaken = (code: string): boolean => code === 'NO_BEDS' || code === 'INTAKE_CLOSED';

const failsOnly =
  (matters: (code: string) => boolean) =>
  ({ failed }: Judged): boolean =>
    failed.every(({ code }) => matters(code));

const bestFirst = Object.values(NeedOutcome);

/** The worse of two outcomes. It counts if several people have the same need. */
export const worse = (one: NeedOutcome, other: NeedOutcome): NeedOutcome =>
  bestFirst[Math.max(bestFirst.indexOf(one), bestFirst.indexOf(other))]!;

/** Outcomes that mean that the need was not met. */
export const unmetOutcomes: readonly NeedOutcome[] = ['FULL', 'NOT_ADMITTED', 'OUT_OF_REACH', 'NONE'];
