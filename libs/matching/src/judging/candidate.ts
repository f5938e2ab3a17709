import type { AvailabilitySnapshot, LocationPrecision } from '@haven/events';
import type { AdmissionRule, Position } from '@haven/kernel';
import type { Interpreter } from '../languages/interpreter.js';
import type { PlaceHours } from '../hours/place-hours.js';

/** A pool without its name: for a match, pools with the same rule and free beds are equal. */
export interface WeighedPool {
  readonly admits: AdmissionRule;
  readonly free: number;
}

/** The facts about beds that decide who is admitted and in which order. */
export interface WeighedBeds {
  readonly status: AvailabilitySnapshot['status'];
  readonly confirmedAt: string | null;
  readonly pools: readonly WeighedPool[];
}

/** The facts in the read model about a service, for judging it. */
export interface Provider {
  readonly serviceId: string;
  readonly organizationId: string;
  readonly status: string;
  /** Services with equal languages share the object; so do those with equal interpreters. */
  readonly languages: readonly string[];
  /** Interpreters, besides the staff who speak a language. */
  readonly interpreters: readonly Interpreter[];
  readonly admission: AdmissionRule;
  /** Null: no count has arrived yet. */
  readonly beds: WeighedBeds | null;
  /** Opening hours; services with equal hours share the object. */
  readonly hours: readonly PlaceHours[];
  /** NO: the service has an area that does not cover the origin. ASK: a part of its area cannot be read. */
  readonly coversOrigin: 'YES' | 'NO' | 'ASK';
}

/** The facts about a service that do not depend on the question. */
export type KnownProvider = Omit<Provider, 'coversOrigin'>;

/** One place of a service, with the constraints that the database decides. */
export interface Spot {
  readonly serviceId: string;
  readonly locationId: string;
  /** Null: the directory does not give its position. */
  readonly position: Position | null;
  readonly precision: LocationPrecision;
  /** H3: the place is somewhere in this cell. Null: the position is exact, or unknown. */
  readonly cell: string | null;
  readonly country: string | null;
  /** Rounded to millimetres. If the position is unknown: the greatest distance of the request. */
  readonly meters: number;
  readonly within: boolean;
  /** The party can reach it without a border that it cannot cross. */
  readonly countryFits: boolean;
  readonly active: boolean;
}

/** A place with its service. */
export interface Site extends Spot {
  readonly provider: Provider;
}
