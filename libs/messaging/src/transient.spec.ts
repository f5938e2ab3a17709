import { describe, expect, it } from '@jest/globals';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError, TypeORMError } from 'typeorm';
import { isTransient } from './transient.js';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('isTransient', () => {
  it.each([
    '08006',
    '08P01',
    '53100',
    '53300',
    '57P01',
    '57P03',
    '40001',
    '40P01',
    '55P03',
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'EPIPE',
  ])('waits for the database on %s', (code) => expect(isTransient(withCode(code))).toBe(true));

  it.each(['Connection terminated', 'Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'recognizes errors of the driver by their text: %s',
    (message) => expect(isTransient(new Error(message))).toBe(true),
  );

  // Errors of TypeORM and the driver if a connection was lost between two statements, or is closed at shutdown.
  it.each([
    new QueryRunnerAlreadyReleasedError(),
    new QueryRunnerProviderAlreadyReleasedError(),
    new TypeORMError('Driver not Connected'),
    new Error('Client was closed and is not queryable'),
    new Error('Cannot use a pool after calling end on the pool'),
  ])('recognizes a lost connection: %s', (error) => expect(isTransient(error)).toBe(true));

  it('looks inside wrapped errors', () => {
    expect(isTransient(new QueryFailedError('SELECT 1', [], withCode('57P01')))).toBe(true);
    expect(isTransient(new Error('outer', { cause: withCode('ECONNRESET') }))).toBe(true);
    expect(isTransient(new AggregateError([new Error('a'), withCode('ECONNREFUSED')]))).toBe(true);
  });

  it.each(['23505', '23514', '22P02', '42P01', 'ERR_INVALID_ARG_TYPE', '5', '408'])('blames the event for %s', (code) =>
    expect(isTransient(withCode(code))).toBe(false),
  );

  it('terminates on errors that wrap each other, and on values that are no error', () => {
    const circle = new Error('circle') as Error & { cause?: unknown };
    circle.cause = circle;
    expect([circle, null, undefined, 'text', 7].map(isTransient)).toEqual([false, false, false, false, false]);
  });
});
