/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** On all pages. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
}
