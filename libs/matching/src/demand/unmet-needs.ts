import { NeedCategory, type InvalidInput } from '@haven/kernel';
import { keyIn } from './groupings.js';
import { readDemandQuestion, type DemandQuestion, type DemandRequest } from './read-demand-question.js';
import { countedBy, showDemand, type DayCounts, type DemandRow } from './show-demand.js';
import { addShown } from './shown.js';
import type { Matching } from '../ports.js';

/** Needs and unmet needs, in numbers that reveal nobody. */
export async function unmetNeeds(
  { clock, demandCounts }: Pick<Matching, 'clock' | 'demandCounts'>,
  question: DemandQuestion,
): Promise<readonly DemandRow[] | InvalidInput> {
  const request = readDemandQuestion(question, clock.now());
  if (!request.ok) return request.error;
  const { grouping, blocks } = request.value;
  const days = { from: blocks[0]!.from, to: blocks.at(-1)!.to };
  return rowsOf(request.value, await demandCounts.count(days, countedBy(grouping)));
}

/** Adds up the published counts of each block; no true count gets into an answer. */
export function rowsOf({ grouping, blocks }: DemandRequest, days: readonly DayCounts[]): readonly DemandRow[] {
  const rows = new Map<string, DemandRow>(grouping === 'CATEGORY' ? everyCategory() : []);
  for (const block of blocks)
    for (const { group, asked, unmet } of showDemand(days, block, grouping)) {
      const key = keyIn(grouping, group);
      const before = rows.get(key);
      rows.set(key, { group, asked: addShown(before?.asked ?? null, asked), unmet: addShown(before?.unmet ?? null, unmet) });
    }
  const told = [...rows].filter(([, { asked }]) => asked !== null || grouping === 'CATEGORY');
  return told.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** Every category has a row, even with no need. For other groupings, the list of groups itself would reveal where somebody was. */
const everyCategory = (): (readonly [string, DemandRow])[] =>
  Object.values(NeedCategory).map((category) => [keyIn('CATEGORY', { category }), { group: { category }, asked: null, unmet: null }]);
