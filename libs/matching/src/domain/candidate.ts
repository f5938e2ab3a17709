import type { AvailabilitySnapshot } from '@haven/contracts';
import type { AdmissionRule, NeedCategory } from '@haven/kernel';
import type { Whereabouts } from './avoid.js';

/** What the read model says of a service when it is weighed. */
export interface Provider {
  readonly serviceId: string;
  readonly organizationId: string;
  readonly status: string;
  readonly languages: readonly string[];
  readonly admission: AdmissionRule;
  /** null: no count came yet. */
  readonly beds: AvailabilitySnapshot | null;
  /** false: a service area is declared and does not cover the origin. */
  readonly coversOrigin: boolean;
  readonly active: boolean;
}

/** One place of a service, with the answers of the constraints that the database decides. */
export interface Site extends Whereabouts {
  readonly provider: Provider;
  readonly category: NeedCategory;
  readonly locationId: string;
  readonly country: string | null;
  /** Millimetre grain. */
  readonly meters: number;
  readonly within: boolean;
  /** Reachable without a border that the party cannot cross. */
  readonly countryFits: boolean;
}
