import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { hasNul } from './limits/refuse-nul.js';
import { webSocketGraph } from './web-socket-graph.fixture.js';
import { webSocketOptions } from './web-socket-options.js';

const schema = buildSchema('type Query { a: Int, places(first: Int): [Int], occupancyHistory: Int }');
const inner = new GraphQLError('relation "vault.location" does not exist', { originalError: new Error('relation') });

describe('a WebSocket', () => {
  const options = webSocketOptions(webSocketGraph(schema));
  const refusalOf = async (query: string, variables?: object, by = options) => {
    const refused = await by.onSubscribe(null, '1', { query, variables });
    return Array.isArray(refused) ? by.onError(null, '1', null, refused as GraphQLError[])[0]?.extensions : undefined;
  };

  it.each([
    ['does not parse', 'GRAPHQL_PARSE_FAILED', '{ a } secret'],
    ['has too many words', 'GRAPHQL_PARSE_FAILED', `{ ${'a '.repeat(11_000)} }`],
    ['is nested too deep to be read', 'GRAPHQL_PARSE_FAILED', '{ a '.repeat(4_900)],
    ['asks for what is not there', 'GRAPHQL_VALIDATION_FAILED', '{ b }'],
    ['asks for too much', 'COST_EXCEEDED', `{ ${Array.from({ length: 11 }, (_, i) => `a${i}: occupancyHistory`).join(' ')} }`],
  ])('answers a document that %s', async (_what, code, query) => {
    expect(await refusalOf(query)).toMatchObject({ code });
  });

  it('refuses a caller over the share, and says when to come again', async () => {
    const small = webSocketOptions(webSocketGraph(schema, 1));
    const codes = [];
    for (let i = 0; i < 4; i++) codes.push((await refusalOf('{ occupancyHistory }', {}, small))?.['code']);
    expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(await refusalOf('{ occupancyHistory }', {}, small)).toMatchObject({ retryAfterSeconds: expect.any(Number) });
  });

  it('lets large subscriptions take turns until each has its first states', async () => {
    const told: string[] = [];
    const watching = buildSchema('type Query { a: Int } type Subscription { availabilityChanged: Int }');
    const by = webSocketOptions(webSocketGraph(watching));
    const begin = async (name: string) => {
      const args = (await by.onSubscribe(null, '1', { query: 'subscription { availabilityChanged }' })) as ExecutionArgs;
      const rootValue = {
        availabilityChanged: async function* () {
          for (let n = 0; n < 2; n += 1) yield (told.push(name), { availabilityChanged: await Promise.resolve(n) });
          await new Promise(() => undefined);
        },
      };
      const states = (await by.subscribe({ ...args, rootValue })) as AsyncGenerator<ExecutionResult>;
      for (let n = 0; n < 2; n += 1) expect((await states.next()).value).toEqual({ data: { availabilityChanged: n } });
      void states.next();
    };
    await Promise.all(['a', 'b', 'c'].map(begin));
    expect(told.join('')).toBe('aabbcc');
  });

  it('does not send an answer that is too large', async () => {
    const large = { ...webSocketGraph(schema), execute: () => Promise.resolve({ data: { a: 'x'.repeat(17_000_000) } }) };
    const args = await webSocketOptions(large).onSubscribe(null, '1', { query: '{ a }' });
    const { data, errors } = await webSocketOptions(large).execute(args as ExecutionArgs);
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['ANSWER_TOO_LARGE']);
  });

  it('hides inner errors of a result and of a refusal', () => {
    const next = options.onNext(null, '1', null, null, { data: null, errors: [inner] });
    const refused = options.onError(null, '1', null, [inner]);
    expect(JSON.stringify([next, refused])).not.toContain('vault');
    expect(refused[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
  });

  it('shows the problems of a document', () => {
    const [shown] = options.onError(null, '1', null, [new GraphQLError('Cannot query field "secrets".')]);
    expect(shown).toMatchObject({ message: 'Cannot query field "secrets".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  });

  it('names the variable that does not fit', () => {
    const message = 'Variable "$f" got invalid value 1; Expected type "Filter" to be an object.';
    const found = new GraphQLError(message, { originalError: new GraphQLError('Expected type "Filter" to be an object.') });
    const next = options.onNext(null, '1', null, null, { errors: [found] });
    expect(next?.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', fields: [{ path: 'f', message }] });
  });

  it('refuses U+0000 before execution, without a word about HTTP', async () => {
    const refused = await refusalOf('{ a }', { a: '\u0000' });
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'variables' }] });
    expect(refused).not.toHaveProperty('http');
    expect(await options.onSubscribe(null, '1', { query: '{ a }' })).toMatchObject({ document: { kind: 'Document' } });
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
