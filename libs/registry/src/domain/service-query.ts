import type { ServiceView } from '@haven/contracts';
import type { NeedCategory } from '@haven/kernel';

/** WGS 84 degrees; `west` greater than `east` crosses the antimeridian. */
export interface BoundingBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Where a page begins: after the entry with this name and id. */
export interface ServiceCursor {
  readonly sortName: string;
  readonly id: string;
}

/** Which entries, and which page of them. Every part that is null does not restrict. */
export interface ServiceQuery {
  readonly text: string | null;
  readonly categories: readonly NeedCategory[] | null;
  readonly languages: readonly string[] | null;
  readonly country: string | null;
  readonly organizationId: string | null;
  readonly within: BoundingBox | null;
  readonly after: ServiceCursor | null;
  readonly first: number;
}

/** One page, with the cursor of each entry. */
export interface ServicePage {
  readonly entries: readonly { readonly view: ServiceView; readonly cursor: ServiceCursor }[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
}

/** Text for searching and sorting: small letters without accents, single spaces. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Words that must all occur in what is searched. */
export const searchWords = (text: string): readonly string[] => folded(text).split(' ').filter(Boolean);
