import { boundsOf, stopTie, type Node } from './bounds.js';
import { gapOf } from './gap.js';
import type { BestPlan, PlanNeed, PlanOption } from './plan-option.js';
import { searchWays, type SearchEffort } from './search.js';

const mostVisits = 20_000;

/**
 * Chooses one option for each need, so that the burden of all together is least: what each costs besides its distance, and the route. Among
 * equal burdens: fewer stops, then fewer organizations, then earlier options. Needs without an option are left out; null if none has one.
 * Yields during the search.
 */
export function* findPlan(
  needs: readonly PlanNeed[],
  effort: SearchEffort = { visits: 0, most: mostVisits },
): Generator<void, BestPlan | null> {
  const served = needs.filter(({ options }) => options.length > 0);
  if (served.length === 0) return null;
  const bed = served.findIndex(({ category }) => category === 'ACCOMMODATION');
  const first = bed === -1 ? null : bed;
  const nodes = served.flatMap(nodesOf);
  const bounds = yield* boundsOf(nodes, served.length, first);
  const found = yield* searchWays(nodes, served.length, first, bounds, effort);
  const chosen = found.nodes.map((n) => nodes[n]!);
  const burden = Math.floor(found.cost / stopTie);
  const optionFor = (need: PlanNeed) => chosen.find((node) => served[node.need] === need)?.option ?? null;
  return {
    choice: needs.map(optionFor),
    stops: new Set(chosen.map(({ stop, position, need }) => (position === null ? need : stop))).size,
    travelMeters: chosen.reduce((rest, { drawback }) => rest - drawback, burden) / 1000,
    burdenMeters: burden / 1000,
    gapMeters: Math.max(gapOf(served, burden / 1000), (burden - Math.floor(Math.min(found.left, found.cost) / stopTie)) / 1000),
  };
}

function nodesOf(need: PlanNeed, index: number): Node[] {
  const cheapest = cheapestAt(need.options);
  return need.options.flatMap(({ organizationId, stop, position, meters, drawbackMeters }, option) =>
    drawbackMeters > cheapest.get(stop)!
      ? []
      : [
          {
            ...{ need: index, option, stop, organization: organizationId, position },
            fromOrigin: Math.round(meters * 1000),
            drawback: Math.round(drawbackMeters * 1000),
          },
        ],
  );
}

/** At one stop, only the cheapest option of a need matters. */
function cheapestAt(options: readonly PlanOption[]): ReadonlyMap<string, number> {
  const cheapest = new Map<string, number>();
  for (const { stop, drawbackMeters } of options) cheapest.set(stop, Math.min(cheapest.get(stop) ?? Infinity, drawbackMeters));
  return cheapest;
}
