import { beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ask, requestTo, type AnswerError } from '../harness/graphql.js';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { askOverWebSocket } from './ask-over-web-socket.js';

// These answers are the same from the single process and from the gateway of the distributed system.

const me = '{ me { role } }';
const history = '{ occupancyHistory(serviceId: "x", bucket: DAY, from: "yesterday", to: "2026-11-24T00:00:00Z") { at } }';
const historySince = 'query ($from: DateTime!) { occupancyHistory(serviceId: "x", bucket: DAY, from: $from, to: $from) { at } }';
const match = 'query ($input: MatchInput!) { match(input: $input) { asOf } }';
const register = 'mutation { registerOrganization(input: { idempotencyKey: "k", name: "" }) { __typename } }';
const child = { gender: 'WOMAN', age: 'ten', languages: ['km'] };
const nested = (levels: number) => `{ __schema { types { ${'ofType { '.repeat(levels - 3)} name ${'} '.repeat(levels - 3)} } } }`;
const wide = (fields: number) => `{ me { ${Array.from({ length: fields }, (_, index) => `a${index}: role`).join(' ')} } }`;
const megabyte = 1_048_576;

let system: System;
let token: string;

beforeAll(async () => {
  system = sharedSystem();
  token = await system.token('HOTLINE');
});

describe('a query that cannot be answered', () => {
  it.each<[number, string, string, object | undefined, RegExp]>([
    [400, 'GRAPHQL_PARSE_FAILED', '{ me {', undefined, /Expected Name/],
    [400, 'GRAPHQL_PARSE_FAILED', `{ me { ${'role '.repeat(2_000)} } }`, undefined, /2000 tokens/],
    [400, 'GRAPHQL_PARSE_FAILED', `${'{ me '.repeat(5_000)}${'}'.repeat(5_000)}`, undefined, /./],
    [400, 'GRAPHQL_VALIDATION_FAILED', '{ secrets }', undefined, /secrets/],
    [400, 'GRAPHQL_VALIDATION_FAILED', history, undefined, /ISO 8601/],
    [400, 'GRAPHQL_VALIDATION_FAILED', nested(16), undefined, /too deep/],
    [400, 'GRAPHQL_VALIDATION_FAILED', wide(501), undefined, /too many fields/],
    [400, 'OPERATION_RESOLUTION_FAILURE', 'query A { me { role } } query B { me { role } }', undefined, /operation/],
  ])('has status %d and code %s', async (status, code, query, variables, message) => {
    const answer = await ask<object>(system.url, { query, token, ...(variables && { variables: variables as never }) });
    expect({ status: answer.status, codes: codesOf(answer.errors) }).toEqual({ status, codes: [code] });
    expect(answer.errors.map((error) => error.message).join(' ')).toMatch(message);
    expect(answer.data).toBeNull();
  });

  it.each<[number, string, string, object]>([
    [400, 'input.person.age', match, { input: { origin: { placeId: 'x' }, needs: [], person: child } }],
    [400, 'from', historySince, { from: 'yesterday' }],
    [400, 'variables', 'query ($id: ID!) { service(id: $id) { id } }', { id: 'a\u0000' }],
    [200, 'first', 'query ($first: Int) { services(first: $first) { edges { node { id } } } }', { first: 100_000 }],
  ])('for its input has status %d and names %s', async (status, path, query, variables) => {
    const answer = await ask<object>(system.url, { query, token, variables: variables as never });
    expect({ status: answer.status, codes: codesOf(answer.errors) }).toEqual({ status, codes: ['BAD_USER_INPUT'] });
    expect(answer.errors[0]!.extensions!.fields!.map((field) => field.path)).toEqual([path]);
  });

  it('for its caller has status 200 and the path', async () => {
    const nobody = await ask<object>(system.url, { query: me, token: null });
    expect(nobody).toMatchObject({ status: 200, errors: [{ path: ['me'], extensions: { code: 'UNAUTHENTICATED' } }] });
    const wrong = await ask<object>(system.url, { query: register, token });
    expect(wrong).toMatchObject({ status: 200, errors: [{ path: ['registerOrganization'], extensions: { code: 'FORBIDDEN' } }] });
    for (const { errors } of [nobody, wrong]) expect(Object.keys(errors[0]!.extensions!)).toEqual(['code']);
  });

  it('for an unknown id is not an error', async () => {
    const answer = await ask<object>(system.url, { query: '{ service(id: "nobody") { id } bedPools(serviceId: "nobody") { id } }', token });
    expect(answer).toMatchObject({ status: 200, data: { service: null, bedPools: [] }, errors: [] });
  });
});

describe('a request', () => {
  const json = 'application/json';
  const body = JSON.stringify({ query: me });
  const inUrl = `?query=${encodeURIComponent(me)}`;

  it.each<[string, number, { method?: 'get' | 'post'; search?: string; body?: string; headers?: Record<string, string> }]>([
    ['of 1 MiB', 200, { body: body.padEnd(megabyte), headers: { 'content-type': json } }],
    ['of one byte more', 413, { body: body.padEnd(megabyte + 1), headers: { 'content-type': json } }],
    ['with keys that nobody knows', 200, { body: body.replace('{', '{"id":1,'), headers: { 'content-type': json } }],
    ['without a query', 400, { body: '{}', headers: { 'content-type': json } }],
    ['whose variables are a list', 400, { body: body.replace('{', '{"variables":[1],'), headers: { 'content-type': json } }],
    ['that is no JSON', 400, { body: '{"query', headers: { 'content-type': json } }],
    ['that is no object', 400, { body: 'null', headers: { 'content-type': json } }],
    ['with several operations', 400, { body: `[${body},${body}]`, headers: { 'content-type': json } }],
    ['that a form can send', 400, { body: inUrl.slice(1), headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['that a page can send', 400, { body, headers: { 'content-type': 'text/plain' } }],
    ['in another language', 415, { body: me, headers: { 'content-type': 'application/graphql' } }],
    ['that a link can send', 400, { method: 'get', search: inUrl }],
    ['by GET that no link can send', 200, { method: 'get', search: inUrl, headers: { 'apollo-require-preflight': 'true' } }],
    ['by GET that changes', 405, { method: 'get', search: `?query=${encodeURIComponent(register)}`, headers: { 'content-type': json } }],
  ])('%s has status %d', async (_name, status, { method = 'post', search = '', body: sent, headers = {} }) => {
    const asked = request(system.url)[method](`/graphql${search}`).auth(token, { type: 'bearer' }).set(headers);
    expect((await asked.send(sent).expect(status)).text).not.toMatch(/\bat .*\.js|stack/);
  });

  it('is for its caller only: no other page can read it, and no cache keeps it', async () => {
    const asked = requestTo(system.url, token).type(json).set('origin', 'https://elsewhere.example').send(body);
    const { headers } = await asked.expect('cache-control', /no-store/);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('over a WebSocket', () => {
  it.each(['authorization', 'Authorization', 'AUTHORIZATION'])('the caller is the one whose token the hello contains: %s', async (key) => {
    const answers = await askOverWebSocket(system.url, me, { hello: { [key]: `Bearer ${token}` } });
    expect(answers).toEqual([{ data: { me: { role: 'HOTLINE' } } }]);
  });

  it.each([me, 'subscription { availabilityChanged { serviceId } }'])(
    'the caller is not the one who opened the connection: %s',
    async (query) => {
      const [answer] = await askOverWebSocket(system.url, query, { hello: undefined, headers: { authorization: `Bearer ${token}` } });
      expect(codesOf(answer!.errors!)).toEqual(['UNAUTHENTICATED']);
      expect(Object.keys(answer!.errors![0]!.extensions!)).toEqual(['code']);
    },
  );

  it('a mutation is answered', async () => {
    const hello = { authorization: `Bearer ${await system.token('COORDINATOR')}` };
    expect(await askOverWebSocket(system.url, register, { hello })).toEqual([
      { data: { registerOrganization: { __typename: 'InvalidInput' } } },
    ]);
  });

  const watch = 'subscription ($filter: AvailabilityFilter) { availabilityChanged(filter: $filter) { serviceId } }';

  it.each([
    ['GRAPHQL_VALIDATION_FAILED', '{ secrets }', {}],
    ['GRAPHQL_VALIDATION_FAILED', nested(16), {}],
    ['BAD_USER_INPUT', '{ services(first: 100000) { edges { node { id } } } }', {}],
    ['BAD_USER_INPUT', 'query ($id: ID!) { service(id: $id) { id } }', { id: {} }],
    ['BAD_USER_INPUT', 'query ($id: ID!) { service(id: $id) { id } }', { id: 'a\u0000' }],
    ['BAD_USER_INPUT', watch, { filter: { unknown: 1 } }],
    ['BAD_USER_INPUT', watch, { filter: { serviceIds: ['a\u0000'] } }],
  ])('an error has the code %s and no details of the transport: %s %j', async (code, query, variables) => {
    const [answer] = await askOverWebSocket(system.url, query, { hello: { authorization: `Bearer ${token}` }, variables });
    expect(codesOf(answer!.errors!)).toEqual([code]);
    expect(Object.keys(answer!.errors![0]!.extensions!).filter((name) => !['code', 'fields'].includes(name))).toEqual([]);
  });
});

const codesOf = (errors: readonly AnswerError[]) => [...new Set(errors.map(({ extensions }) => extensions?.code))];
