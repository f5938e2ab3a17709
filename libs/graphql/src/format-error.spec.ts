import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { createFormatError } from './format-error.js';

describe('errors in their public form', () => {
  const reported: unknown[] = [];
  const format = createFormatError((error) => reported.push(error));

  it('hide unexpected errors behind an id', () => {
    const secret = new Error('password authentication failed at 10.0.0.7');
    const shown = format({ message: secret.message, extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at x'] } }, secret);
    expect(JSON.stringify(shown)).not.toMatch(/password|at x/);
    expect(shown.message).toContain(String(shown.extensions?.['correlationId']));
    expect(reported).toEqual([secret]);
  });

  it('show messages for the caller, without a stack', () => {
    const shown = format({ message: 'Give a token.', extensions: { code: 'UNAUTHENTICATED', stacktrace: ['at x'] } }, null);
    expect(shown).toEqual({ message: 'Give a token.', extensions: { code: 'UNAUTHENTICATED' } });
  });

  it('are of the caller if Apollo refuses a request', () => {
    const before = reported.length;
    const refusal = new GraphQLError('provided sha does not match query', { extensions: { http: { status: 400 } } });
    const shown = format({ message: refusal.message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }, refusal);
    expect(shown).toEqual({ message: 'provided sha does not match query', extensions: { code: 'BAD_REQUEST' } });
    expect(reported.length).toBe(before);
    for (const more of [{ extensions: { http: { status: 500 } } }, { originalError: new Error('x'), extensions: refusal.extensions }])
      expect(format(refusal, new GraphQLError('secret', more)).message).not.toContain('secret');
    expect(reported.length).toBe(before + 2);
  });

  it('name the field of a variable with a wrong type', () => {
    const message = 'Variable "$input" got invalid value "x" at "input.person.age"; Int cannot represent non-integer value: "x"';
    const shown = format({ message, extensions: { code: 'BAD_USER_INPUT' } }, null);
    expect(shown.extensions?.['fields']).toEqual([{ path: 'input.person.age', message }]);
  });
});
