import { geodesicMeters } from '@haven/kernel';
import type { NeedCategory, Position } from '@haven/kernel';

/** What a plan knows of a match. */
export interface PlanOption {
  readonly serviceId: string;
  readonly organizationId: string;
  /** The same for everything in one place. */
  readonly stop: string;
  readonly position: Position;
  /** Questions that the match leaves open. */
  readonly asks: number;
}

/** The returned matches of one need, best first. */
export interface PlanNeed {
  readonly category: NeedCategory;
  readonly options: readonly PlanOption[];
}

/** One option for each need: `choice[i]` is an index into the options of need `i`. */
export interface BestPlan {
  readonly choice: readonly number[];
  readonly stops: number;
  readonly travelMeters: number;
}

/**
 * Burden in metres. Travel: to the bed, then from the bed to each other place once; without a bed, from the origin to each
 * place. A further place is worth a detour of 5 km, a further organisation (another intake, another story told) of 2 km, an
 * open question (a call that may end in no) of 1 km.
 */
export const burden = { stop: 5_000, organization: 2_000, openQuestion: 1_000 } as const;

/** The burden of a finished choice, by the definition; the search below must find the least of it. */
export function burdenOf(origin: Position, needs: readonly PlanNeed[], choice: readonly number[]): number {
  const chosen = needs.map((need, i) => need.options[choice[i]!]!);
  const asks = chosen.reduce((sum, option) => sum + option.asks, 0);
  return (
    travelOf(origin, needs, choice) +
    burden.stop * distinct(chosen, (o) => o.stop) +
    burden.organization * distinct(chosen, (o) => o.organizationId) +
    burden.openQuestion * asks
  );
}

/** How many different values there are. */
export const distinct = (chosen: readonly PlanOption[], key: (option: PlanOption) => string): number => new Set(chosen.map(key)).size;

/** Metres to travel; {@link burden} says along which ways. */
export function travelOf(origin: Position, needs: readonly PlanNeed[], choice: readonly number[]): number {
  const chosen = needs.map((need, i) => need.options[choice[i]!]!);
  const bed = chosen[needs.findIndex((need) => need.category === 'ACCOMMODATION')];
  const stops = new Map(chosen.map((option) => [option.stop, option.position]));
  const from = bed?.position ?? origin;
  return [...stops.values()].reduce((sum, to) => sum + geodesicMeters(from, to), bed ? geodesicMeters(origin, bed.position) : 0);
}
