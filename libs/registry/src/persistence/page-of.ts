import type { Page } from '../page.js';

/** The page of these rows, one more of which was asked for than it has: so it is known whether there is another page. */
export const pageOf = <T>(rows: readonly T[], first: number, totalCount: number): Page<T> => ({
  items: rows.slice(0, first),
  totalCount,
  hasNextPage: rows.length > first,
});
