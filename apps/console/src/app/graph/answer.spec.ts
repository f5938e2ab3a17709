import { describe, expect, it } from '@jest/globals';
import { CombinedError } from '@urql/core';
import { answerOf } from './answer';

const again = () => undefined;
const error = new CombinedError({ networkError: new Error('away') });

describe('how a question stands', () => {
  it('is ready with what came, also while it is asked again', () => {
    expect(answerOf({ data: { n: 1 }, fetching: false }, again)).toEqual({ kind: 'ready', data: { n: 1 }, isLoading: false, again });
    expect(answerOf({ data: { n: 1 }, fetching: true }, again)).toMatchObject({ kind: 'ready', isLoading: true });
  });

  it('is a problem where one came, with data or without', () => {
    expect(answerOf({ data: { n: 1 }, error, fetching: false }, again)).toMatchObject({ kind: 'problem' });
    expect(answerOf({ data: null, error, fetching: false }, again)).toMatchObject({ kind: 'problem' });
  });

  it('is not ready while there is nothing: not yet, or not since the session ended and the problem was forgotten', () => {
    for (const data of [undefined, null]) expect(answerOf({ data, fetching: false }, again)).toEqual({ kind: 'loading', again });
  });
});
