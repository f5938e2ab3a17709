import type { NeedCategory, Person, Position } from '@haven/kernel';
import type { InterpreterWish } from '../languages/interpreter-wish.js';
import type { Cursor } from './cursor.js';

/** One need of a person; `beds` is null except for accommodation, which is for the whole party. */
export interface Need {
  readonly category: NeedCategory;
  readonly beds: number | null;
  /** Index in the party of the person who has the need. */
  readonly member: number;
  /** The request's name for them; null: the whole party, or somebody without a name. */
  readonly for: string | null;
  /** Null: no wishes. */
  readonly interpreter: InterpreterWish | null;
  /** Matches are shown from here on; null or missing: from the best on. */
  readonly after?: Cursor | null;
}

/** Where the person must not be sent: a circle on the ellipsoid, or a polygon with great-circle edges. The border belongs to the area. */
export type AvoidArea =
  | { readonly kind: 'CIRCLE'; readonly center: Position; readonly radiusMeters: number }
  | { readonly kind: 'POLYGON'; readonly corners: readonly Position[] };

/**
 * CLOSED: only the country of the origin. NO_PAPERS: the same, whatever the request allows, because a member has no papers. ASK: crossing
 * is allowed, and the papers of a member are unknown, or may not be valid there. OPEN: everyone can cross.
 */
export type Border = 'CLOSED' | 'NO_PAPERS' | 'ASK' | 'OPEN';

/**
 * A member of the party. `statusIn`: the country of their legal status, ISO 3166-1 alpha-2; null or missing: unknown. `languages`:
 * canonical BCP 47, the preferred one first.
 */
export type Member = Person & { readonly statusIn?: string | null; readonly languages?: readonly string[] };
/** The client first. */
export type Party = readonly [Member, ...Member[]];

/** A question that passed every check. */
export interface MatchRequest {
  readonly origin: Position;
  /** ISO 3166-1 alpha-2; null at sea, where every country stays and is asked about. */
  readonly originCountry: string | null;
  readonly needs: readonly Need[];
  /** The client first, then everybody who stays with them. */
  readonly party: Party;
  /** Canonical BCP 47, the client's preferred one first. */
  readonly languages: readonly string[];
  readonly avoid: readonly AvoidArea[];
  readonly maxDistanceMeters: number;
  readonly border: Border;
  readonly at: Date;
  readonly first: number;
}

/** The request for one need, in the languages of the person who has it. */
export const askedFor = (request: MatchRequest, { member }: Need): MatchRequest =>
  member === 0 ? request : { ...request, languages: request.party[member]!.languages ?? request.languages };
