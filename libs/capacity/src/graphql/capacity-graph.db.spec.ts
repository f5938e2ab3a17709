import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createClient, type Client } from 'graphql-ws';
import request from 'supertest';
import WebSocket from 'ws';
import { unknownRule, ok, systemClock } from '@haven/kernel';
import { openLocalEventBus, startRelay, type EventBus, type Relay } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import { createContext, SecurityModule, type Authenticate, type Caller } from '@haven/security';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { followService } from '../directory/follow-service.js';
import { CapacityModule } from '../capacity.module.js';
import type { Capacity } from '../ports.js';
import { ShelterBusy } from '../turns/take-turns.js';
import { CAPACITY } from '../tokens.js';
import { capacityOn, openCapacityDatabase } from '../persistence/capacity-database.js';

const owner: Caller = { subject: 'ana', role: 'PROVIDER', organizationId: 'org' };
const authenticate: Authenticate = () => Promise.resolve(ok({ caller: owner, expiresAt: new Date(Date.now() + 600_000) }));
const fields = 'serviceId free total status freshness confirmedAt sequence pools { id name free version }';

interface State {
  readonly serviceId: string;
  readonly sequence: number;
  readonly free: number;
  readonly status: string;
  readonly freshness: string;
}

describe('capacity in the graph', () => {
  let server: TestDatabase;
  let database: Database;
  let bus: EventBus;
  let relay: Relay;
  let app: NestFastifyApplication;
  let client: Client;
  let address: string;
  const errors: unknown[] = [];
  let keys = 0;

  const register = (serviceId: string, organizationId = 'org', country = 'ID') =>
    capacityOn(database).changing({ serviceIds: [serviceId] }, (tx) =>
      followService(tx, {
        service: { serviceId, organizationId, country, active: true, takesPeople: true, admits: unknownRule },
        capacities: [],
        toldAt: new Date(),
      }),
    );
  const ask = async (query: string) => {
    const { body } = await request(app.getHttpServer()).post('/graphql').send({ query });
    return body as {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a query answers depends on the query
      data?: Record<string, any>;
      errors?: { message: string; extensions: { code: string; fields: unknown } }[];
    };
  };
  const define = async (serviceId: string, total = 100, name = 'Beds'): Promise<{ id: string; version: number }> => {
    const input = `{ idempotencyKey: "k${++keys}", serviceId: "${serviceId}", name: "${name}", total: ${total} }`;
    return (await ask(`mutation { defineBedPool(input: ${input}) { ... on BedPool { id version } } }`)).data?.['defineBedPool'];
  };
  const set = async (poolId: string, version: number, counts: string) => {
    const input = `{ idempotencyKey: "k${++keys}", poolId: "${poolId}", expectedVersion: ${version}, ${counts} }`;
    const results =
      '... on BedPool { version free } ... on UserError { code message } ... on VersionConflict { currentVersion } ... on InvalidInput { fields { path } }';
    return (await ask(`mutation { setBedCounts(input: ${input}) { __typename ${results} } }`)).data?.['setBedCounts'];
  };
  const watch = (filter: string) =>
    client.iterate<{ availabilityChanged: State }>({ query: `subscription { availabilityChanged(filter: ${filter}) { ${fields} } }` });
  const take = async (states: ReturnType<typeof watch>, count: number): Promise<State[]> => {
    const taken: State[] = [];
    while (taken.length < count) taken.push((await states.next()).value?.data?.availabilityChanged as State);
    return taken;
  };

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openCapacityDatabase(server.connection);
    bus = await openLocalEventBus(server.connection, [], (error) => errors.push(error));
    relay = startRelay(database, 'capacity', bus, (error) => errors.push(error));
    const graph = GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      context: createContext(authenticate),
      subscriptions: { 'graphql-ws': true },
    });
    const module = await Test.createTestingModule({
      imports: [
        graph,
        SecurityModule.forRoot(authenticate),
        CapacityModule.forRoot({ database, bus, clock: systemClock, caseReference: undefined, onError: (error) => errors.push(error) }),
      ],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: ['error'] });
    await app.listen(0, '127.0.0.1');
    address = `127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    client = createClient({ url: `ws://${address}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: 'Bearer x' } });
  });
  afterAll(async () => {
    await client.dispose();
    await app.close();
    await relay.stop();
    await bus.close();
    await database.close();
    await server.close();
  });

  it('answers a pool or a typed failure', async () => {
    await register('union');
    const { id, version } = await define('union', 5);
    expect(await set(id, version, 'occupied: 2')).toEqual({ __typename: 'BedPool', version: 2, free: 3 });
    expect(await set(id, version, 'occupied: 3')).toMatchObject({
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      currentVersion: 2,
    });
    expect(await set(id, 2, 'total: 1')).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'total' }] });
    expect(await set('nothing', 1, 'total: 1')).toMatchObject({ __typename: 'NotFound' });
    const pools = await ask('{ bedPools(serviceId: "union") { name total occupied free admits { persons { minimumAge } } confirmedAt } }');
    expect(pools.data?.['bedPools']).toMatchObject([{ name: 'Beds', total: 5, occupied: 2, free: 3, admits: { persons: null } }]);
    expect((await ask('{ bedPools(serviceId: "nowhere") { id } }')).data).toEqual({ bedPools: [] });
  });

  it('names the wrong fields of a history request', async () => {
    const history = (from: string, to: string) =>
      ask(`{ occupancyHistory(serviceId: "union", from: "${from}", to: "${to}", bucket: HOUR) { at total occupied held free } }`);
    const [bad] = (await history('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z')).errors ?? [];
    expect(bad?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'to' }] });
    expect((await history('2026-01-01T00:30:00+01:00', '2026-01-01T00:00:00Z')).data?.['occupancyHistory']).toMatchObject([
      { at: '2025-12-31T23:00:00.000Z', total: 0 },
    ]);
  });

  it('sends the current state of each service named, then every change once and in order', async () => {
    await register('watched');
    await register('empty');
    await register('other');
    const [pool, other] = [await define('watched'), await define('other')];
    const states = watch('{ serviceIds: ["watched", "empty", "unknown"] }');
    expect((await take(states, 2)).map((state) => [state.serviceId, state.sequence, state.status, state.freshness])).toEqual([
      ['empty', 0, 'UNKNOWN', 'UNKNOWN'],
      ['watched', 1, 'CAPACITY', 'LIVE'],
    ]);
    for (let n = 1; n <= 20; n++) {
      await set(pool.id, n, `occupied: ${n}`);
      await set(other.id, n, `occupied: ${n}`);
    }
    const changes = await take(states, 20);
    expect(changes.map(({ serviceId, sequence, free }) => [serviceId, sequence, free])).toEqual(
      Array.from({ length: 20 }, (_, n) => ['watched', n + 2, 99 - n]),
    );
    await states.return?.();
  });

  it('leaves no gap and sends nothing twice while changes continue', async () => {
    await register('storm', 'stormy');
    await register('calm', 'stormy');
    const pool = (await capacityOn(database).changing({ serviceIds: ['storm'] }, async (tx) => {
      await tx.lockBeds('storm');
      const added = await tx.addPool(
        { id: crypto.randomUUID(), serviceId: 'storm', name: 'B', admits: unknownRule, total: 9, occupied: 0, held: 0, outOfService: 0 },
        { subject: 'x', role: 'PROVIDER' },
      );
      await tx.announce('storm');
      return added;
    })) as { id: string };
    const changing = (async () => {
      for (let version = 1; version <= 40; version++) {
        await capacityOn(database).changing({ serviceIds: ['storm'] }, async (tx) => {
          await tx.lockBeds('storm');
          await tx.setCounts(pool.id, version, {}, { subject: 'x', role: 'PROVIDER' });
          await tx.announce('storm');
        });
      }
    })();
    const subscribers = Array.from({ length: 5 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 30));
      const states = watch('{ organizationId: "stormy" }');
      const sequences: number[] = [];
      while (sequences.at(-1) !== 41) sequences.push(...(await take(states, 1)).map(({ sequence }) => sequence));
      await states.return?.();
      return sequences;
    });
    await changing;
    for (const sequences of await Promise.all(subscribers)) {
      expect(sequences).toEqual(Array.from({ length: sequences.length }, (_, n) => 41 - sequences.length + 1 + n));
    }
  });

  it('says that the caller may try again if too many ask for the same shelter', async () => {
    const capacity = app.get<Capacity>(CAPACITY, { strict: false });
    const { changing } = capacity;
    Object.assign(capacity, { changing: () => Promise.reject(new ShelterBusy()) });
    const input = `{ idempotencyKey: "busy", holdId: "${crypto.randomUUID()}", expectedVersion: 1 }`;
    const { errors: told } = await ask(`mutation { releaseHold(input: ${input}) { __typename } }`);
    Object.assign(capacity, { changing });
    expect(told).toMatchObject([{ message: new ShelterBusy().message, extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
  });

  it('rejects an impossible filter', async () => {
    const refused = await watch('{ country: "kh" }').next();
    expect(refused.value).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('reported no hidden errors', () => expect(errors).toEqual([]));
});
