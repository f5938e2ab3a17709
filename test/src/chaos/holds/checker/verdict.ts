import type { HistoryLine } from '../history.js';
import { evidenceOf, sameText, type Evidence } from './evidence.js';
import { judgeHolds, type HoldVerdict } from './holds.js';
import { judgePools, type PoolVerdict } from './pools.js';
import { oversoldByAnswers } from './promises.js';

/** What a history is guilty of; all nothing: every pool and every hold did one thing after the other, in the time of who asked. */
export interface Verdict extends PoolVerdict, HoldVerdict {
  /** Pools that were promised to more people than they have beds at some instant, by the answers alone. */
  readonly oversoldByAnswers: number;
  /** Keys that had two different answers, or none of a conflict where the body was another. */
  readonly differentAnswers: number;
}

/** Guilty of nothing. */
export const flawless: Verdict = {
  oversold: 0,
  oversoldByAnswers: 0,
  gaps: 0,
  wrongChanges: 0,
  wrongAnswers: 0,
  poolsOutOfOrder: 0,
  crossed: 0,
  lost: 0,
  invented: 0,
  wrongHolds: 0,
  expiredEarly: 0,
  wrongHoldAnswers: 0,
  holdsOutOfOrder: 0,
  differentAnswers: 0,
};

/** Judges the lines of a history. */
export function judge(lines: readonly HistoryLine[]): Verdict {
  const evidence = evidenceOf(lines);
  return {
    ...judgePools(evidence),
    ...judgeHolds(evidence),
    oversoldByAnswers: oversoldByAnswers(evidence),
    differentAnswers: differentAnswers(evidence),
  };
}

const differentAnswers = ({ operations, misused }: Evidence): number =>
  operations.filter(({ answers }) => new Set(answers.map(sameText)).size > 1).length +
  misused.filter(({ answer }) => answer !== null && answer.kind !== 'IdempotencyConflict').length;
