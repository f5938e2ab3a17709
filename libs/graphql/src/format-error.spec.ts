import { describe, expect, it } from '@jest/globals';
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

  it('name the field of a variable with a wrong type', () => {
    const message = 'Variable "$input" got invalid value "x" at "input.person.age"; Int cannot represent non-integer value: "x"';
    const shown = format({ message, extensions: { code: 'BAD_USER_INPUT' } }, null);
    expect(shown.extensions?.['fields']).toEqual([{ path: 'input.person.age', message }]);
  });
});
