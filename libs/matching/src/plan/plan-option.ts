import type { NeedCategory, Position } from '@haven/kernel';

/** What a plan knows of a match. */
export interface PlanOption {
  readonly organizationId: string;
  /** The same for everything in one place. */
  readonly stop: string;
  /** null: nobody knows where it is, and no way leads to it. */
  readonly position: Position | null;
  /** From the origin; 0 where nobody knows. */
  readonly meters: number;
  /** Its burden without the distance, in metres: in a plan the way takes the place of the distances. */
  readonly besides: number;
}

/** The candidates for one need, best first. */
export interface PlanNeed {
  readonly category: NeedCategory;
  readonly options: readonly PlanOption[];
  /** Least burden in metres of what is not among the options; null: they are all there is. */
  readonly cutAt: number | null;
}

/** One option for each need that has any: `choice[i]` is an index into the options of need `i`, null where there is none. */
export interface BestPlan {
  readonly choice: readonly (number | null)[];
  readonly stops: number;
  /** From the origin to the bed, then along the shortest open path through the other stops. */
  readonly travelMeters: number;
  readonly burdenMeters: number;
  /** No plan has less burden by more than this; 0: proved best. */
  readonly gapMeters: number;
}
