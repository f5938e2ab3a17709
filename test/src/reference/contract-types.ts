// The part of contract.graphql that the reference needs, typed by hand so that it depends on none of our libraries.

/** A point in WGS 84 degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Clause {
  readonly genders: readonly string[] | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly accompaniedOnly: boolean;
  readonly asked?: boolean | null;
}

export interface Rule {
  readonly persons: readonly Clause[] | null;
  readonly legalStatuses: readonly string[] | null;
  readonly nationalities: readonly string[] | null;
  readonly exploitation: readonly string[] | null;
  readonly pregnancy: boolean | null;
  readonly accessibility: readonly string[] | null;
  readonly referralRequired?: boolean | null;
}

export interface ListedLocation extends Point {
  readonly id: string;
  readonly precision: 'EXACT' | 'AREA' | 'CITY';
  /** The service has no known position; this position means nothing. */
  readonly isSomewhere?: true;
  readonly country: string | null;
}

export interface ListedPool {
  readonly id: string;
  readonly admits: Rule;
  readonly free: number;
  readonly held: number;
  readonly outOfService: number;
  readonly total: number;
  readonly confirmedAt: string | null;
}

/** An HSDS attribute. */
export interface ListedAttribute {
  readonly value?: unknown;
  readonly taxonomy_term?: { readonly code?: string };
}

/** An HSDS schedule, with the fields that the directory of these tests uses. */
export interface ListedSchedule {
  readonly freq: string;
  readonly byday: string;
  readonly opens_at: string;
  readonly closes_at: string;
  readonly description?: string;
}

/** A service in the API's list, with its bed pools and its intake. */
export interface ListedService {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly categories: readonly string[];
  readonly organization: { readonly id: string };
  readonly locations: readonly ListedLocation[];
  readonly languages: readonly string[];
  readonly admission: Rule;
  readonly phones: readonly { readonly languages: readonly string[] }[];
  readonly hsds: {
    readonly service_at_locations?: readonly {
      readonly location?: { readonly addresses?: readonly { readonly country?: string }[] };
    }[];
    readonly interpretation_services?: string;
    readonly attributes?: readonly ListedAttribute[];
    readonly languages?: readonly { readonly code?: string; readonly attributes?: readonly ListedAttribute[] }[];
    readonly schedules?: readonly ListedSchedule[];
    readonly service_areas?: readonly { readonly name?: unknown; readonly extent?: unknown; readonly extent_type?: unknown }[];
  };
  readonly pools: readonly ListedPool[];
  /** Whether it takes new people. */
  readonly open: boolean;
  /** Whether it accepts each hold itself. */
  readonly acceptsHolds: boolean;
}

export interface AskedPerson {
  readonly id?: string | null;
  readonly carerId?: string | null;
  readonly gender: string;
  readonly age: number | null;
  readonly mayBeMinor?: boolean;
  readonly languages: readonly string[];
  readonly nationality?: string | null | undefined;
  readonly legalStatus?: string | null | undefined;
  readonly legalStatusIn?: string | null | undefined;
  readonly exploitation?: readonly string[] | null;
  readonly pregnant?: boolean | null;
  readonly accessibility?: readonly string[] | null;
}

export interface AskedArea {
  readonly center?: Point;
  readonly radiusKm?: number;
  readonly polygon?: readonly Point[];
}

/** An InterpreterInput. */
export interface AskedInterpreter {
  readonly language: string;
  readonly genders?: readonly string[];
  readonly byPhoneOnly?: boolean;
  readonly notOrganizationIds?: readonly string[];
  readonly notFromCommunity?: boolean;
}

export interface AskedNeed {
  readonly category: string;
  readonly beds?: number | null;
  readonly interpreter?: AskedInterpreter | null;
  readonly for?: string | null;
}

/** A MatchInput. */
export interface MatchRequest {
  readonly origin: { readonly point: Point };
  readonly needs: readonly AskedNeed[];
  readonly person: AskedPerson;
  readonly companions?: readonly AskedPerson[];
  readonly avoid?: readonly AskedArea[];
  readonly maxDistanceKm?: number;
  readonly crossBorder?: boolean;
  readonly at?: string;
  readonly first: number;
}
