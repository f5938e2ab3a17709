import { describe, expect, it } from '@jest/globals';
import { CombinedError } from '@urql/core';
import { answerOf } from './answer';

const again = () => undefined;
const error = new CombinedError({ networkError: new Error('away') });

describe('the state of a query', () => {
  it('is ready if there is data, also while the query is repeated', () => {
    expect(answerOf({ data: { n: 1 }, fetching: false }, again)).toEqual({ kind: 'ready', data: { n: 1 }, isLoading: false, again });
    expect(answerOf({ data: { n: 1 }, fetching: true }, again)).toMatchObject({ kind: 'ready', isLoading: true });
  });

  it('is a problem if there is an error, with data or without', () => {
    expect(answerOf({ data: { n: 1 }, error, fetching: false }, again)).toMatchObject({ kind: 'problem' });
    expect(answerOf({ data: null, error, fetching: false }, again)).toMatchObject({ kind: 'problem' });
  });

  it('is not ready while there is no data: not yet, or since the session ended and the error was dropped', () => {
    for (const data of [undefined, null]) expect(answerOf({ data, fetching: false }, again)).toEqual({ kind: 'loading', again });
  });
});
