import type { HistoryLine } from '../history.js';
import { gather, type Evidence } from './evidence.js';
import { judgeHolds, type HoldVerdict } from './holds.js';
import { judgeHomes, type HomeVerdict } from './homes.js';
import { sameText } from './operations.js';
import { judgePools, type PoolVerdict } from './pools.js';
import { oversoldByAnswers } from './promises.js';
import { replay } from './replay.js';
import { judgeRest, type RestVerdict } from './rest.js';
import { judgeShelters, type ShelterVerdict } from './shelters.js';
import { judgeWaiting, type WaitingVerdict } from './waiting.js';

/**
 * The faults of a history. Without any, every shelter and every hold did one thing after the other, consistent with the times of the
 * requests.
 */
export interface Verdict extends PoolVerdict, HoldVerdict, HomeVerdict, ShelterVerdict, WaitingVerdict, RestVerdict {
  /** Pools that were promised to more people than they have beds at some instant, by the answers alone. */
  readonly oversoldByAnswers: number;
  /** Keys with two different answers, or without a conflict although the body differed. */
  readonly differentAnswers: number;
}

/** No faults. */
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
  outlived: 0,
  wrongHoldAnswers: 0,
  holdsOutOfOrder: 0,
  wrongHomes: 0,
  untold: 0,
  unfair: 0,
  wrongAdmissions: 0,
  sheltersOutOfOrder: 0,
  wrongWaiting: 0,
  waitingOutOfOrder: 0,
  wrongWaitEnds: 0,
  wrongSurges: 0,
  unfinished: 0,
  differentAnswers: 0,
};

/** Judges the lines of a history. */
export function judge(lines: Iterable<HistoryLine>): Verdict {
  const gathering = gather();
  for (const line of lines) gathering.add(line);
  return verdictOf(gathering.evidence());
}

/** Judges a sorted history. */
export function verdictOf(evidence: Evidence): Verdict {
  const replayed = replay(evidence);
  return {
    ...judgePools(evidence),
    ...judgeHolds(evidence, replayed),
    ...judgeHomes(evidence),
    ...judgeShelters(evidence, replayed),
    ...judgeWaiting(evidence, replayed),
    ...judgeRest(evidence),
    oversoldByAnswers: oversoldByAnswers(evidence),
    differentAnswers: differentAnswers(evidence),
  };
}

const differentAnswers = ({ operations, misused }: Evidence): number =>
  operations.filter(({ answers }) => answers.length > 1 && new Set(answers.map(sameText)).size > 1).length +
  misused.filter(({ answer }) => answer !== null && answer.kind !== 'IdempotencyConflict').length;
