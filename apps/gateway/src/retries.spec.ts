import { describe, expect, it } from '@jest/globals';
import { retryQueries } from './retries.js';

const again = (operationType: string) => retryQueries({ executionRequest: { operationType } } as never);
const away = { errors: [{ extensions: { code: 'SUBREQUEST_HTTP_ERROR' } }] };
const asked = (executionResult: object, response?: object) => ({ executionRequest: {}, executionResult, response }) as never;

describe('a service that is away', () => {
  it('is retried for queries only: a mutation may have happened', () => {
    expect(again('query')).toMatchObject({ maxRetries: 2 });
    expect(again('mutation')).toBeUndefined();
    expect(again('subscription')).toBeUndefined();
  });

  it('is not retried if it answered, with an error or without', () => {
    const { shouldRetry } = again('query')!;
    expect(shouldRetry!(asked(away))).toBe(true);
    expect(shouldRetry!(asked({}, { status: 503 }))).toBe(true);
    expect(shouldRetry!(asked({ data: {} }, { status: 200 }))).toBe(false);
    expect(shouldRetry!(asked({ errors: [{ extensions: { code: 'FORBIDDEN' } }] }, { status: 200 }))).toBe(false);
  });
});
