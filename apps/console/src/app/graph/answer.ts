import type { CombinedError } from '@urql/core';
import { problemOf, type Problem } from './problem';

/** The state of a query. `again` repeats it. */
export type Answer<Data> = { readonly again: () => void } & (
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly data: Data; readonly isLoading: boolean }
  | { readonly kind: 'problem'; readonly problem: Problem }
);

/** The state that the GraphQL client reports. While a failed query is repeated, the client drops the error before there is data. */
interface Known<Data> {
  readonly data?: Data | null | undefined;
  readonly error?: CombinedError | undefined;
  readonly fetching: boolean;
}

/** Derives the state of a query from the client's result. */
export function answerOf<Data>({ data, error, fetching }: Known<Data>, again: () => void): Answer<Data> {
  if (error) return { kind: 'problem', problem: problemOf(error), again };
  if (data === undefined || data === null) return { kind: 'loading', again };
  return { kind: 'ready', data, isLoading: fetching, again };
}
