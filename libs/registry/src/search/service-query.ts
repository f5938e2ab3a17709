import type { ServiceView } from '@haven/events';
import { folded, type NeedCategory } from '@haven/kernel';
import type { Page } from '../page.js';

/** WGS 84 degrees; `west` greater than `east` crosses the antimeridian. */
export interface BoundingBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** A page begins after the entry with this name and id. */
export interface ServiceCursor {
  readonly sortName: string;
  readonly id: string;
}

/** Filters and page. A null field does not restrict. */
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
export type ServicePage = Page<{ readonly view: ServiceView; readonly cursor: ServiceCursor }>;

/** Words that must all occur in the searched text; null if nobody could find it, like "§". */
export function searchWords(text: string): readonly string[] | null {
  const words = folded(text).split(' ').filter(Boolean);
  return words.length === 0 && text.trim() !== '' ? null : words;
}

/** The part of an entry that is searched and sorted, normalized for search. */
export const searchTexts = (view: ServiceView) => ({
  sortName: folded(view.name),
  searchText: folded(
    [view.name, view.alternateName, view.description, view.organization.name, ...view.locations.map(({ city }) => city)].join(' '),
  ),
});
