import type { NeedCategory, Person, Position } from '@haven/kernel';
import type { InterpreterWish } from '../languages/interpreter-wish.js';
import type { Cursor } from './cursor.js';

/** One thing that somebody needs; `beds` is null except for accommodation, which is for all of the party. */
export interface Need {
  readonly category: NeedCategory;
  readonly beds: number | null;
  /** Place in the party of who needs it. */
  readonly member: number;
  /** What the request calls them; null: all of the party, or somebody without a name. */
  readonly for: string | null;
  /** null: none in particular. */
  readonly interpreter: InterpreterWish | null;
  /** From where on matches are shown; null or left out: from the best on. */
  readonly after?: Cursor | null;
}

/** Where the person must not be sent: a circle on the ellipsoid, or a polygon with great-circle edges. Borders belong to it. */
export type AvoidArea =
  | { readonly kind: 'CIRCLE'; readonly center: Position; readonly radiusMeters: number }
  | { readonly kind: 'POLYGON'; readonly corners: readonly Position[] };

/**
 * CLOSED: only the country of the origin. NO_PAPERS: the same, allowed or not, as somebody of the party has no papers.
 * ASK: crossing is allowed and the papers of somebody are not known, or may not open this border. OPEN: everyone can cross.
 */
export type Border = 'CLOSED' | 'NO_PAPERS' | 'ASK' | 'OPEN';

/**
 * One of the party. `statusIn`: where their legal status holds, ISO 3166-1 alpha-2; null or left out: not known. `languages`: canonical
 * BCP 47, the preferred one first.
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
  /** The client first, then who stays with them. */
  readonly party: Party;
  /** Canonical BCP 47, the client's preferred one first. */
  readonly languages: readonly string[];
  readonly avoid: readonly AvoidArea[];
  readonly maxDistanceMeters: number;
  readonly border: Border;
  readonly at: Date;
  readonly first: number;
}

/** The question about one need: who needs it speaks their own languages. */
export const askedFor = (request: MatchRequest, { member }: Need): MatchRequest =>
  member === 0 ? request : { ...request, languages: request.party[member]!.languages ?? request.languages };
