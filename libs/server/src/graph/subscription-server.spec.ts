import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Public } from '@haven/security';
import { Query, Resolver } from '@nestjs/graphql';
import { startAnyServer } from '../http/any-server.fixture.js';
import type { HttpServer } from '../http/create-http-server.js';

@Resolver()
class AnyResolver {
  @Query(() => String)
  @Public('A graph has a query.')
  any(): string {
    return 'any';
  }
}

let server: HttpServer;

beforeEach(async () => {
  server = await startAnyServer({ graph: 'whole', providers: [AnyResolver] });
});
afterEach(() => server.close().catch(() => undefined));

const connect = () => new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');

describe('subscriptions of an application', () => {
  it('are served as soon as its port is open, and end with it: clients are told to come again', async () => {
    const socket = connect();
    await once(socket, 'open');
    const [[closed]] = await Promise.all([once(socket, 'close'), server.close()]);
    expect((closed as CloseEvent).code).toBe(1001);
    const [refused] = await once(connect(), 'error');
    expect(refused).toMatchObject({ type: 'error' });
  });
});
