/** A match, with the fields of the story. */
export interface StoryMatch {
  readonly score: number;
  readonly service: {
    readonly id: string;
    readonly name: string;
    readonly languages: readonly string[];
    readonly categories: readonly string[];
  };
  readonly location: { readonly city: string | null; readonly country: string | null } | null;
  readonly distance: { readonly meters: number; readonly precision: string } | null;
  readonly reasons: readonly { readonly code: string; readonly kind: string; readonly text: string }[];
  readonly availability: StoryAvailability | null;
}

/** Beds of a service. */
export interface StoryAvailability {
  readonly serviceId: string;
  readonly free: number;
  readonly total: number;
  readonly sequence: number;
  readonly pools: readonly StoryPool[];
}

/** Beds of one pool. */
export interface StoryPool {
  readonly id: string;
  readonly total: number;
  readonly occupied: number;
  readonly outOfService: number;
  readonly free: number;
  readonly version: number;
}

/** The whole report. */
export interface StoryReport {
  readonly match: {
    readonly needs: readonly { readonly category: string; readonly considered: number; readonly matches: readonly StoryMatch[] }[];
    readonly plan: {
      readonly stops: number;
      readonly travelMeters: number;
      readonly items: readonly { readonly category: string; readonly match: { readonly service: { readonly id: string } } }[];
    } | null;
  };
}

const availability = 'serviceId free total sequence pools { id total occupied outOfService free version }';

/** Matches with their reasons, beds and plan. */
export const matchQuery = `query ($input: MatchInput!) { match(input: $input) {
  needs { category considered matches {
    score service { id name languages categories } location { city country } distance { meters precision }
    reasons { code kind text } availability { ${availability} } } }
  plan { stops travelMeters items { category match { service { id } } } } } }`;

/** Beds of the services that the filter names, now and at every change. */
export const availabilitySubscription = `subscription ($ids: [ID!]) { availabilityChanged(filter: { serviceIds: $ids }) { ${availability} } }`;

/** Counts that staff see in the room. */
export const setBedCounts = `mutation ($input: SetBedCountsInput!) { setBedCounts(input: $input) {
  __typename ... on BedPool { id total occupied outOfService free version } ... on UserError { code message } } }`;
