import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, post } from '../harness/graphql.js';
import { sharedSystem } from '../harness/shared-system.js';
import { subscribe } from '../harness/subscribe.js';
import type { System } from '../harness/system.js';
import { expectNoInternals, expectRefused } from './expectations.js';
import { expiredToken, forgedTokens } from './wrong-tokens.js';

const me = '{ me { role } }';

let system: System;
let token: string;

beforeAll(async () => {
  system = sharedSystem();
  token = await system.token('HOTLINE');
});

afterAll(async () => {
  expect((await fetch(`${system.url}/health/ready`)).status).toBe(200);
  expect((await ask<object>(system.url, { query: me, token })).data).toEqual({ me: { role: 'HOTLINE' } });
});

describe('a request that is not GraphQL', () => {
  const malformed: readonly [string, string][] = [
    ['a query that does not parse', JSON.stringify({ query: '{ me { role ' })],
    ['an empty query', JSON.stringify({ query: '' })],
    ['a field that does not exist', JSON.stringify({ query: '{ secrets }' })],
    ['a query nested 200 deep', JSON.stringify({ query: `${'{ me '.repeat(200)}${'}'.repeat(200)}` })],
    ['variables that are a list', JSON.stringify({ query: me, variables: [1, 2] })],
    ['a query that is a number', JSON.stringify({ query: 7 })],
    ['JSON null', 'null'],
    ['JSON that does not parse', '{"query": "{ me'],
    ['JSON 100,000 levels deep', `{"query":"{ me { role } }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
    ['a body of NUL bytes', '\0'.repeat(1_000)],
  ];

  it.each(malformed)('is refused without internals of the system: %s', async (_name, body) => {
    const answer = await post<object>(system.url, body, token);
    expectNoInternals(answer.body);
    expect(answer.status).toBeLessThan(500);
    if (!body.includes('{ me { role } }') || answer.status >= 400) expect(answer.data ?? null).toBeNull();
    if (answer.status !== 200) expect(answer.body.length).toBeGreaterThan(10);
  });

  it.each([
    ['GRAPHQL_PARSE_FAILED', '{ me { role '],
    ['GRAPHQL_VALIDATION_FAILED', '{ secrets }'],
    ['GRAPHQL_VALIDATION_FAILED', `{ ${'me { '.repeat(200)} role ${'}'.repeat(200)} }`],
  ])('has the code %s', async (code, query) => {
    expectRefused(await ask<object>(system.url, { query, token }), new RegExp(`^${code}$`));
  });

  it('is refused if it has 50 MB', async () => {
    const answer = await post<object>(system.url, Buffer.alloc(50_000_000, 0x20), token).catch(() => null);
    // The server may close the connection before everything is sent.
    if (answer === null) return;
    expect(answer.status).toBe(413);
    expectNoInternals(answer.body);
  });

  it('sets no property of every object through __proto__', async () => {
    const body = `{"query":"{ me { role } }","variables":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}`;
    const answer = await post<object>(system.url, body, token);
    expectNoInternals(answer.body);
    expect((await ask<object>(system.url, { query: me, token })).body).not.toContain('polluted');
  });
});

describe('a caller without a valid token', () => {
  it('is refused without a token', async () => {
    expectRefused(await ask<object>(system.url, { query: me, token: null }), /^UNAUTHENTICATED$/);
  });

  it.each(Object.keys(forgedTokens))('is refused with %s', async (name) => {
    expectRefused(await ask<object>(system.url, { query: me, token: forgedTokens[name]!(token) }), /^UNAUTHENTICATED$/);
  });

  it('is refused with a token that has expired', async () => {
    const expired = await expiredToken(token, system.dataDirectory);
    const answer = await ask<object>(system.url, { query: me, token: expired });
    expectRefused(answer, /^UNAUTHENTICATED$/);
    expect(answer.errors[0]!.message).toContain('expired');
  });

  it('gets nothing over a WebSocket', async () => {
    const subscription = subscribe<object>(system.url, null, 'subscription { availabilityChanged { serviceId } }', {});
    await expect(subscription.until(() => true, 5_000)).rejects.toThrow(/4403|UNAUTHENTICATED/);
    expect(subscription.received).toEqual([]);
    expectNoInternals(JSON.stringify(subscription.errors));
    await subscription.close();
  });
});
