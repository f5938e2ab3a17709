import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Controller, Get, Logger } from '@nestjs/common';
import { GraphQLModule, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createClient } from 'graphql-ws';
import request from 'supertest';
import WebSocket from 'ws';
import {
  createAuthenticate,
  createContext,
  createTokenVerifier,
  CurrentCaller,
  IssuerModule,
  openIssuer,
  Operation,
  Public,
  SecurityModule,
} from '../index.js';
import { MeResolver } from '../me/index.js';
import type { Caller, Issuer } from '../index.js';

const called = jest.fn<(name: string) => void>();
const stopped: string[] = [];

async function* ticks(subject: string) {
  try {
    for (;;) {
      yield { availabilityChanged: subject };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    stopped.push(subject);
  }
}

@Resolver()
class Graph {
  @Query(() => String)
  @Operation('match')
  match(@CurrentCaller() caller: Caller): string {
    called('match');
    return `${caller.subject} ${caller.role} ${caller.organizationId}`;
  }

  @Query(() => String)
  forgotten(): string {
    called('forgotten');
    return '';
  }

  @Mutation(() => String)
  @Operation('registerOrganization')
  registerOrganization(): string {
    called('registerOrganization');
    return 'done';
  }

  @Subscription(() => String)
  @Operation('availabilityChanged')
  availabilityChanged(@CurrentCaller() caller: Caller) {
    return ticks(caller.subject);
  }
}

@Controller()
class Routes {
  @Get('live')
  @Public('A probe has no token.')
  live(): string {
    return 'up';
  }

  @Get('directory')
  @Operation('services')
  directory(@CurrentCaller() caller: Caller): string {
    return caller.subject;
  }

  @Get('write')
  @Operation('registerOrganization')
  write(): string {
    called('write');
    return '';
  }

  @Get('forgotten')
  forgotten(): string {
    called('forgotten');
    return '';
  }
}

const names = { issuer: 'http://localhost:4000', audience: 'haven' };
let directory: string;
let issuer: Issuer;
let app: NestFastifyApplication;
let base: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'haven-access-'));
  issuer = await openIssuer({ directory, ...names });
  const authenticate = createAuthenticate(createTokenVerifier({ ...names, algorithms: ['ES256'], jwks: issuer.jwks() }));
  const graph = GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    autoSchemaFile: true,
    context: createContext(authenticate),
    subscriptions: { 'graphql-ws': true },
  });
  const module = await Test.createTestingModule({
    imports: [graph, SecurityModule.forRoot(authenticate), IssuerModule.forRoot(issuer)],
    controllers: [Routes],
    providers: [Graph, MeResolver],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: ['error'] });
  await app.listen(0, '127.0.0.1');
  base = `127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

const bearer = async (request: Parameters<Issuer['mint']>[0]) => ({ authorization: `Bearer ${await issuer.mint(request)}` });
async function ask(query: string, headers: Record<string, string> = {}) {
  const { body } = await request(app.getHttpServer()).post('/graphql').set(headers).send({ query });
  return body as { data?: Record<string, unknown> | null; errors?: { message: string; extensions: { code: string } }[] };
}
const get = async (path: string, headers: Record<string, string> = {}) => {
  const { status, text } = await request(app.getHttpServer()).get(path).set(headers);
  return { status, body: text };
};

describe('GraphQL over HTTP', () => {
  it('identifies the caller by the token', async () => {
    const headers = await bearer({ role: 'PROVIDER', organizationId: 'org-1', subject: 'anna' });
    expect(await ask('{ match }', headers)).toEqual({ data: { match: 'anna PROVIDER org-1' } });
  });

  it('answers me', async () => {
    const me = async (request: Parameters<Issuer['mint']>[0]) =>
      (await ask('{ me { subject role organizationId } }', await bearer(request))).data;
    expect(await me({ role: 'AUDITOR', subject: 'a' })).toEqual({ me: { subject: 'a', role: 'AUDITOR', organizationId: null } });
    expect(await me({ role: 'HOTLINE', subject: 'h', organizationId: 'o' })).toEqual({
      me: { subject: 'h', role: 'HOTLINE', organizationId: 'o' },
    });
    expect((await ask('{ me { role } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('refuses a caller without a valid token, and says what to do', async () => {
    called.mockClear();
    const bad = [
      {},
      { authorization: 'Bearer x.y.z' },
      { authorization: 'Basic YTpi' },
      { authorization: '' },
      { cookie: 'authorization=x' },
    ];
    for (const headers of bad) {
      const { data, errors } = await ask('{ match }', headers as Record<string, string>);
      expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
      expect(errors?.[0]?.message).toContain('haven -- token --role');
    }
    expect(called).not.toHaveBeenCalled();
  });

  it('refuses a role that the policy does not name, without running the resolver', async () => {
    called.mockClear();
    for (const role of ['HOTLINE', 'CASEWORKER', 'PROVIDER', 'AUDITOR'] as const) {
      const { errors } = await ask('mutation { registerOrganization }', await bearer({ role, organizationId: 'o' }));
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(called).not.toHaveBeenCalled();
    expect(await ask('mutation { registerOrganization }', await bearer({ role: 'COORDINATOR' }))).toEqual({
      data: { registerOrganization: 'done' },
    });
  });

  it('is closed to every role if no operation is named', async () => {
    called.mockClear();
    for (const role of ['HOTLINE', 'CASEWORKER', 'COORDINATOR', 'AUDITOR'] as const) {
      expect((await ask('{ forgotten }', await bearer({ role }))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(called).not.toHaveBeenCalled();
  });

  it('logs neither refusals nor tokens', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const printed = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    await ask('{ match }', { authorization: 'Bearer a.b.c' });
    await ask('mutation { registerOrganization }', await bearer({ role: 'AUDITOR' }));
    const calls = [logged.mock.calls.length, printed.mock.calls.length];
    logged.mockRestore();
    printed.mockRestore();
    expect(calls).toEqual([0, 0]);
  });
});

describe('plain routes', () => {
  it('follow the same policy', async () => {
    called.mockClear();
    const hotline = await bearer({ role: 'HOTLINE', subject: 'h' });
    expect(await get('/live')).toEqual({ status: 200, body: 'up' });
    expect(await get('/directory', hotline)).toEqual({ status: 200, body: 'h' });
    expect((await get('/directory')).status).toBe(401);
    expect((await get('/directory')).body).toContain('haven -- token');
    expect((await get('/write', hotline)).status).toBe(403);
    expect((await get('/forgotten')).status).toBe(401);
    expect((await get('/forgotten', hotline)).status).toBe(403);
    expect(called).not.toHaveBeenCalled();
  });

  it('serve discovery and keys to everyone', async () => {
    expect(JSON.parse((await get('/.well-known/openid-configuration')).body)).toMatchObject({ issuer: names.issuer });
    expect(JSON.parse((await get('/.well-known/jwks.json')).body)).toEqual(issuer.jwks());
  });
});

describe('subscriptions', () => {
  const connect = (connectionParams: Record<string, unknown>, closed?: (code: number) => void) =>
    createClient({
      url: `ws://${base}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams,
      retryAttempts: 0,
      on: { closed: (event) => closed?.((event as CloseEvent).code) },
    });
  const subscription = { query: 'subscription { availabilityChanged }' };

  it.each(['authorization', 'Authorization', 'AUTHORIZATION'])('take the token from %s', async (key) => {
    const { authorization } = await bearer({ role: 'HOTLINE', subject: 'h' });
    const client = connect({ [key]: authorization });
    const { value } = await client.iterate(subscription).next();
    expect(value).toEqual({ data: { availabilityChanged: 'h' } });
    await client.dispose();
  });

  it('refuse a caller without a token', async () => {
    for (const params of [{}, { authorization: 'Bearer a.b.c' }, { authorization: 7 }]) {
      const client = connect(params);
      const { value } = await client.iterate(subscription).next();
      expect(value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      await client.dispose();
    }
  });

  it('end when the token expires, and so does their source', async () => {
    const started = Date.now();
    let code = 0;
    const client = connect(await bearer({ role: 'HOTLINE', subject: 'expiring', minutes: 3 / 60 }), (value) => (code = value));
    let received = 0;
    const ended = await (async () => {
      for await (const _ of client.iterate(subscription)) received += 1;
    })().catch((error: unknown) => error);
    expect(ended).toBeDefined();
    expect(code).toBe(4403);
    expect(received).toBeGreaterThan(1);
    expect(Date.now() - started).toBeLessThan(10_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stopped.filter((subject) => subject === 'expiring')).toHaveLength(1);
  });
});
