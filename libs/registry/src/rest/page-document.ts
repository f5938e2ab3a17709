import type { Listed } from '../listing/published-listing.js';
import type { JsonObject } from '../hsds/record.js';
import type { PageAsked } from './read-parameters.js';

/** A page as the OpenAPI document of HSDS 3.1 describes it. */
export function pageDocument({ number, limit }: PageAsked, { items, total }: Listed<JsonObject>): JsonObject {
  const pages = Math.max(1, Math.ceil(total / limit));
  return {
    total_items: total,
    total_pages: pages,
    page_number: number,
    size: items.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: items.length === 0,
    contents: [...items],
  };
}
