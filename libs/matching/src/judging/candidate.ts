import type { AvailabilitySnapshot, LocationPrecision } from '@haven/events';
import type { AdmissionRule, Position } from '@haven/kernel';
import type { Interpreter } from '../languages/interpreter.js';
import type { PlaceHours } from '../hours/place-hours.js';

/** A pool without its name: pools of the same rule and room are the same to a match. */
export interface WeighedPool {
  readonly admits: AdmissionRule;
  readonly free: number;
}

/** Beds as far as they decide who is in and who comes first. */
export interface WeighedBeds {
  readonly status: AvailabilitySnapshot['status'];
  readonly confirmedAt: string | null;
  readonly pools: readonly WeighedPool[];
}

/** What the read model says of a service when it is weighed. */
export interface Provider {
  readonly serviceId: string;
  readonly organizationId: string;
  readonly status: string;
  /** Services with the same ones share the object, as with interpreters. */
  readonly languages: readonly string[];
  /** Besides. */
  readonly interpreters: readonly Interpreter[];
  readonly admission: AdmissionRule;
  /** null: no count came yet. */
  readonly beds: WeighedBeds | null;
  /** Opening hours; services with the same ones share the object. */
  readonly hours: readonly PlaceHours[];
  /** NO: a service area is declared and does not cover the origin. ASK: one is declared that cannot be read whole. */
  readonly coversOrigin: 'YES' | 'NO' | 'ASK';
}

/** What decides about a service, whatever is asked. */
export type KnownProvider = Omit<Provider, 'coversOrigin'>;

/** One place of a service, with the answers of the constraints that the database decides. */
export interface Spot {
  readonly serviceId: string;
  readonly locationId: string;
  /** null: the directory does not say where it is. */
  readonly position: Position | null;
  readonly precision: LocationPrecision;
  /** H3: it is somewhere in there; null: it is at its position, or nobody knows where. */
  readonly cell: string | null;
  readonly country: string | null;
  /** Millimetre grain; as far as was asked for, where nobody knows where it is. */
  readonly meters: number;
  readonly within: boolean;
  /** Reachable without a border that the party cannot cross. */
  readonly countryFits: boolean;
  readonly active: boolean;
}

/** A place and who works there. */
export interface Site extends Spot {
  readonly provider: Provider;
}
