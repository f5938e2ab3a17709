import type { CombinedError } from '@urql/core';
import { problemOf, type Problem } from './problem';

/** How a question stands. `again` asks it once more. */
export type Answer<Data> = { readonly again: () => void } & (
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly data: Data; readonly isLoading: boolean }
  | { readonly kind: 'problem'; readonly problem: Problem }
);

/** What the client of the graph knows. While a failed question is asked again, it forgets the error before there is data. */
interface Known<Data> {
  readonly data?: Data | null | undefined;
  readonly error?: CombinedError | undefined;
  readonly fetching: boolean;
}

/** How a question stands by what is known. */
export function answerOf<Data>({ data, error, fetching }: Known<Data>, again: () => void): Answer<Data> {
  if (error) return { kind: 'problem', problem: problemOf(error), again };
  if (data === undefined || data === null) return { kind: 'loading', again };
  return { kind: 'ready', data, isLoading: fetching, again };
}
