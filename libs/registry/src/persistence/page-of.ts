import type { Page } from '../page.js';

/** A page of these rows. The query must ask for one row more than the page has, which shows whether another page follows. */
export const pageOf = <T>(rows: readonly T[], first: number, totalCount: number): Page<T> => ({
  items: rows.slice(0, first),
  totalCount,
  hasNextPage: rows.length > first,
});
