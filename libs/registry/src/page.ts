/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Number of items on all pages. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
}
