import { beforeAll, describe, expect, it } from '@jest/globals';
import { askOverWebSocket } from '../contract/ask-over-web-socket.js';
import { ask } from '../harness/graphql.js';
import { ownProcesses, sharedSystem } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import { again, input, largestPage, tooMuch } from './too-much.js';

const { url, ...system } = sharedSystem();
let token: string;
beforeAll(async () => {
  token = await system.token('CASEWORKER');
});

const variablesOf = (query: string) => (query.includes('$input') ? { input } : {});

describe('one operation', () => {
  it('may ask for a page of 100 services with all their fields', async () => {
    const { data, errors } = await ask<{ services: { edges: unknown[] } }>(url, { query: `{ ${largestPage} }`, token });
    expect(errors).toEqual([]);
    expect(data!.services.edges.length).toBeGreaterThan(0);
  });

  it('may ask a screen full of questions', async () => {
    const query = `query ($input: MatchInput!) { ${again(8, 'match(input: $input) { needs { category } }')} me { role } }`;
    expect((await ask<object>(url, { query, variables: { input }, token })).errors).toEqual([]);
  });

  it.each(tooMuch)('may not ask for %s: %s', async (_what, code, query) => {
    const answer = await ask<object>(url, { query, variables: variablesOf(query), token });
    expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual([code]);
    expect(answer.data).toBeNull();
    expect(answer.status).toBe(400);
  });

  it.each(tooMuch)('may not ask for %s over a WebSocket either: %s', async (_what, code, query) => {
    const hello = { authorization: `Bearer ${token}` };
    const [answer, ...more] = await askOverWebSocket(url, query, { hello, variables: variablesOf(query) });
    expect(answer!.errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
    expect([answer!.data ?? null, more]).toEqual([null, []]);
  });

  it('is told its cost and the limit when it is refused', async () => {
    const [, , query] = tooMuch[0]!;
    const { errors } = await ask<object>(url, { query, token });
    const { cost, maximum } = errors[0]!.extensions as { cost: number; maximum: number };
    expect(cost).toBeGreaterThan(maximum);
    expect(errors[0]!.message).toContain(String(cost));
  });
});

describe('a caller', () => {
  it('is told when to come again after using up their share, over HTTP and WebSocket, and others continue', async () => {
    if (!ownProcesses) return;
    const small = await startSystem({ env: { HAVEN_SHARE: '10' } });
    try {
      const hog = await small.token('CASEWORKER');
      const query = `{ ${again(5, 'places(query: "Medan", first: 50) { name }')} ${again(4, 'placements(serviceId: "x") { id }').replaceAll('a', 'b').replaceAll('plbcements', 'placements')} }`;
      let answer = await ask<object>(small.url, { query, token: hog });
      for (let asked = 0; asked < 50 && answer.status === 200; asked++) answer = await ask<object>(small.url, { query, token: hog });
      expect(answer.errors[0]!.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
      const [overSocket] = await askOverWebSocket(small.url, query, { hello: { authorization: `Bearer ${hog}` } });
      expect(overSocket!.errors?.[0]?.extensions?.code).toBe('RATE_LIMITED');
      expect((await ask<object>(small.url, { query, token: await small.token('HOTLINE') })).status).toBe(200);
    } finally {
      await small.remove();
    }
  });
});
