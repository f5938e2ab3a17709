import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { maskError, plain } from './errors.js';

const error = (message: string, extensions: Record<string, unknown>, originalError?: Error) =>
  new GraphQLError(message, { path: ['bedPools'], extensions, ...(originalError && { originalError }) });

describe('errors of the gateway', () => {
  it.each(['DOWNSTREAM_SERVICE_ERROR', 'SUBREQUEST_HTTP_ERROR'])(
    'say what to do if a service is away (%s), and nothing about its address',
    (code) => {
      const away = error(
        'connect ECONNREFUSED 127.0.0.1:4402',
        { code, serviceName: 'capacity', request: { body: 'secret' } },
        new Error('connect'),
      );
      for (const shown of [plain(away), maskError(away, 'Unexpected error.') as GraphQLError]) {
        expect(shown.toJSON()).toEqual({
          message:
            'Beds cannot be asked or changed now. Try again in a minute, a change with the same idempotencyKey, for it may have been stored; until then call the shelter.',
          path: ['bedPools'],
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        });
      }
    },
  );

  it('say it too if the connection of a subscription broke without a reason', () => {
    const shown = maskError(new GraphQLError(''), 'Unexpected error.') as GraphQLError;
    expect(shown.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
    expect(shown.message).toMatch(/Try again in a minute/);
  });

  it('pass on what a service answered', () => {
    const given = error('Correct the input and ask again.', {
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'first', message: 'm' }],
      serviceName: 'registry',
    });
    expect(plain(given).toJSON()).toEqual({
      message: 'Correct the input and ask again.',
      path: ['bedPools'],
      extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'first', message: 'm' }] },
    });
    expect(maskError(given, 'Unexpected error.')).toBe(given);
  });

  it('name the field of an invalid variable', () => {
    const message = 'Variable "$input" got invalid value "x" at "input.person.age"; Int cannot represent non-integer value: "x"';
    expect(plain(new GraphQLError(message)).extensions).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.person.age', message }],
      http: { status: 400 },
    });
  });

  it("name it too if a service found it, and keep the error's HTTP status", () => {
    const message = 'Variable "$f" got invalid value 1; Expected type "AvailabilityFilter" to be an object.';
    expect(plain(error(message, { code: 'BAD_USER_INPUT' })).extensions).toMatchObject({ fields: [{ path: 'f', message }] });
    const http = { spec: true, status: 400 };
    expect(plain(error('Syntax Error', { code: 'BAD_REQUEST', http })).extensions).toEqual({ code: 'BAD_REQUEST', http: { status: 400 } });
  });

  it('hide unexpected errors', () => {
    const hidden = { message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
    expect((maskError(new TypeError('at /app/x.js'), 'Unexpected error.') as GraphQLError).toJSON()).toEqual(hidden);
    const wrapped = new GraphQLError('at /app/x.js', { originalError: new TypeError('at /app/x.js') });
    expect((maskError(wrapped, 'Unexpected error.') as GraphQLError).toJSON()).toEqual(hidden);
  });
});
