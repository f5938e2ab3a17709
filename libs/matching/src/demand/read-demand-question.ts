import { err, invalidInput, ok, type InvalidInput, type Result } from '@haven/kernel';
import { Problems } from '../request/problems.js';
import { blocksOf, dayOf, isFirstOfMonth, isMidnight, textOfDay, type Block } from './demand-days.js';
import { DemandGroup } from './groupings.js';

/** Bounds of a question for demand. `back` is less than the days that demand is kept, so that none is deleted while somebody asks. */
export const demandLimits = { days: 366, back: 396 } as const;

/** A replica's clock may be behind, and a question of the last second may still be stored. */
const settlingMilliseconds = 5 * 60_000;

/** A question for demand, unchecked. */
export interface DemandQuestion {
  readonly from: Date;
  readonly to: Date;
  readonly groupBy: readonly DemandGroup[];
}

/** A question for demand that passed every check. */
export interface DemandRequest {
  readonly grouping: DemandGroup;
  readonly blocks: readonly Block[];
}

/** Checks a question for demand; a failure names every wrong field. */
export function readDemandQuestion({ from, to, groupBy }: DemandQuestion, now: Date): Result<DemandRequest, InvalidInput> {
  const problems = new Problems();
  const today = dayOf(new Date(now.getTime() - settlingMilliseconds));
  const earliest = today - demandLimits.back;
  const span = { from: dayOf(from), to: dayOf(to) };
  const example = textOfDay(today - 1);
  problems.check(isMidnight(from), 'from', `Give the beginning of a day in UTC, like ${example}.`);
  problems.check(span.from >= earliest, 'from', `Give ${textOfDay(earliest)} or later: what was before is forgotten.`);
  problems.check(isMidnight(to), 'to', `Give the beginning of the day after the last one, in UTC, like ${textOfDay(today)}.`);
  problems.check(span.to > span.from, 'to', 'Give a day after from: the last one that counts is the one before it.');
  problems.check(span.to - span.from <= demandLimits.days, 'to', `Give at most ${demandLimits.days} days.`);
  problems.check(span.to <= today, 'to', `Give ${textOfDay(today)} or earlier: only days that have ended are counted.`);
  const grouping = readGrouping(groupBy, problems);
  if (grouping !== 'CATEGORY') checkMonths(span, problems);
  return problems.fields.length > 0 ? err(invalidInput(...problems.fields)) : ok({ grouping, blocks: blocksOf(span) });
}

/** Single days are counted by category only: other groups of a day, published beside those of its month, would reveal small counts. */
function checkMonths(span: Block, problems: Problems): void {
  for (const bound of ['from', 'to'] as const)
    problems.check(isFirstOfMonth(span[bound]), bound, 'Give the first day of a month, or group by CATEGORY alone.');
}

function readGrouping(groupBy: readonly DemandGroup[], problems: Problems): DemandGroup {
  const others = groupBy.filter((one) => one !== 'CATEGORY');
  const isAllowed = groupBy.length - others.length === 1 && others.length <= 1;
  const allowed = Object.values(DemandGroup).filter((one) => one !== 'CATEGORY');
  problems.check(isAllowed, 'groupBy', `Give CATEGORY alone, or CATEGORY and one of ${allowed.join(', ')}.`);
  return (isAllowed && others[0]) || 'CATEGORY';
}
