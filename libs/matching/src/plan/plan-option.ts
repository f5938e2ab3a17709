import type { NeedCategory, Position } from '@haven/kernel';

/** The facts about a match that a plan uses. */
export interface PlanOption {
  readonly organizationId: string;
  /** Equal for all options at one place. */
  readonly stop: string;
  /** Null: the position is unknown, and the route does not go there. */
  readonly position: Position | null;
  /** Metres from the origin; 0 if unknown. */
  readonly meters: number;
  /** Its burden without the distance, in metres: a plan counts the route instead of the distances. */
  readonly drawbackMeters: number;
}

/** The candidates for one need, best first. */
export interface PlanNeed {
  readonly category: NeedCategory;
  readonly options: readonly PlanOption[];
  /** The least burden, in metres, of candidates that were cut; null: none was. */
  readonly cutAt: number | null;
}

/** One option for each need that has any: `choice[i]` is an index into the options of need `i`, null if there is none. */
export interface BestPlan {
  readonly choice: readonly (number | null)[];
  readonly stops: number;
  /** From the origin to the bed, then along the shortest open path through the other stops. */
  readonly travelMeters: number;
  readonly burdenMeters: number;
  /** No plan is better by more than this; 0: this one is proved best. */
  readonly gapMeters: number;
}
