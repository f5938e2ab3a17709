import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError } from 'graphql';
import { createFormatError } from './format-error.js';
import { hasNul } from './refuse-nul.js';
import { webSocketOptions } from './web-socket-options.js';

describe('a WebSocket', () => {
  const options = webSocketOptions(
    buildSchema('type Query { a: Int }'),
    createFormatError(() => undefined),
  );
  const refusalOf = (query: string) => {
    const refused = options.onSubscribe(null, '1', { query });
    return Array.isArray(refused) ? options.onError(null, '1', null, refused as GraphQLError[])[0]?.extensions?.['code'] : undefined;
  };

  it.each([
    ['does not parse', '{ a } secret'],
    ['has too many words', `{ ${'a '.repeat(11_000)} }`],
    ['is nested too deep to be read', '{ a '.repeat(4_900)],
  ])('answers a document that %s', (_what, query) => {
    expect(refusalOf(query)).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('answers a document that asks for what is not there', () => {
    expect(refusalOf('{ b }')).toBe('GRAPHQL_VALIDATION_FAILED');
  });
  const inner = new GraphQLError('relation "vault.location" does not exist', { originalError: new Error('relation') });

  it('hides inner errors of a result and of a refusal', () => {
    const next = options.onNext(null, '1', null, null, { data: null, errors: [inner] });
    const refused = options.onError(null, '1', null, [inner]);
    expect(JSON.stringify([next, refused])).not.toContain('vault');
    expect(refused[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
  });

  it('shows what is wrong with a document', () => {
    const [shown] = options.onError(null, '1', null, [new GraphQLError('Cannot query field "secrets".')]);
    expect(shown).toMatchObject({ message: 'Cannot query field "secrets".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  });

  it('names the variable that does not fit', () => {
    const message = 'Variable "$f" got invalid value 1; Expected type "Filter" to be an object.';
    const found = new GraphQLError(message, { originalError: new GraphQLError('Expected type "Filter" to be an object.') });
    const next = options.onNext(null, '1', null, null, { errors: [found] });
    expect(next?.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', fields: [{ path: 'f', message }] });
  });

  it('refuses U+0000 before anything is asked, without a word of HTTP', () => {
    const refused = options.onSubscribe(null, '1', { query: '{ a }', variables: { a: '\u0000' } });
    const [shown] = options.onError(null, '1', null, refused as GraphQLError[]);
    expect(shown?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'variables' }] });
    expect(shown?.extensions).not.toHaveProperty('http');
    expect(options.onSubscribe(null, '1', { query: '{ a }' })).toMatchObject({ document: { kind: 'Document' } });
  });

  it('leaves a result without errors as it is', () => {
    expect(options.onNext(null, '1', null, null, { data: { a: 1 } })).toBeUndefined();
  });
});

describe('U+0000', () => {
  it('is found at any depth and nowhere else', () => {
    expect(hasNul({ a: [{ b: 'x\u0000' }] })).toBe(true);
    expect(hasNul({ a: [{ b: 'x\u0001', c: 3, d: null }] })).toBe(false);
  });
});
