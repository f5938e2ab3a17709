import { NeedOutcome } from '@haven/events';
import type { Judged } from '../judging/judge-site.js';

/** What became of a need, by the places that were judged for it. */
export function needOutcome(judged: readonly Judged[]): NeedOutcome {
  const fitting = judged.filter(({ failed }) => failed.length === 0);
  if (fitting.length > 0) return fitting.some(({ asks }) => asks.length === 0) ? 'MET' : 'MET_WITH_QUESTIONS';
  if (judged.some(failsOnly(isTaken))) return 'FULL';
  if (judged.some(failsOnly((code) => isTaken(code) || code.startsWith('NOT_ADMITTED')))) return 'NOT_ADMITTED';
  return judged.length > 0 ? 'OUT_OF_REACH' : 'NONE';
}

/** They would take these people if there were room. */
const isTaken = (code: string): boolean => code === 'NO_BEDS' || code === 'INTAKE_CLOSED';

const failsOnly =
  (matters: (code: string) => boolean) =>
  ({ failed }: Judged): boolean =>
    failed.every(({ code }) => matters(code));

const bestFirst = Object.values(NeedOutcome);

/** Of several people who need the same, who found least counts. */
export const worse = (one: NeedOutcome, other: NeedOutcome): NeedOutcome =>
  bestFirst[Math.max(bestFirst.indexOf(one), bestFirst.indexOf(other))]!;

/** Outcomes of needs for which there was nothing. */
export const unmetOutcomes: readonly NeedOutcome[] = ['FULL', 'NOT_ADMITTED', 'OUT_OF_REACH', 'NONE'];
