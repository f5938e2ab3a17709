import { badUserInput } from '@haven/graphql';
import type { Page } from '../page.js';
import { pageSizeMax } from '../search/find-services.js';

const usual = 20;

/** The number of items that a coordinator asks for; BAD_USER_INPUT if it is too large, or 0. */
export function pageSizeOf(first: number | null | undefined): number {
  const size = first ?? usual;
  if (size < 1 || size > pageSizeMax) throw badUserInput([{ path: 'first', message: `Ask for 1 to ${pageSizeMax} at a time.` }]);
  return size;
}

/** A Relay connection of these edges. */
export const pageOf = <E extends { readonly cursor: string }>(
  edges: E[],
  { totalCount, hasNextPage }: Pick<Page<unknown>, 'totalCount' | 'hasNextPage'>,
  after: string | null | undefined,
) => ({
  edges,
  totalCount,
  pageInfo: {
    hasNextPage,
    hasPreviousPage: (after ?? null) !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  },
});
