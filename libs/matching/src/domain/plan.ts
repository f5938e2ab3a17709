import { toMillimetres } from '@haven/kernel';
import type { Position } from '@haven/kernel';
import { distinct, travelOf } from './burden.js';
import type { BestPlan, PlanNeed } from './burden.js';
import { searchBeds, searchFrom } from './plan-search.js';
import type { SearchEffort } from './plan-search.js';

/** Finds the least burden exactly, or null when a need has no option. Equal burdens: the earlier options win. */
export function planOf(origin: Position, needs: readonly PlanNeed[], effort: SearchEffort = { visits: 0 }): BestPlan | null {
  if (needs.some((need) => need.options.length === 0)) return null;
  const bedNeed = needs.findIndex((need) => need.category === 'ACCOMMODATION');
  const best = bedNeed === -1 ? searchFrom(origin, needs, null, Infinity, effort) : searchBeds(origin, needs, bedNeed, effort);
  const choice = best!.choice;
  const stops = distinct(
    needs.map((need, i) => need.options[choice[i]!]!),
    (o) => o.stop,
  );
  return { choice, stops, travelMeters: toMillimetres(travelOf(origin, needs, choice)) };
}
