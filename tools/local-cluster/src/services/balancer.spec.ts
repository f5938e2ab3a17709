import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openBalancer, type Balancer } from './balancer.js';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** A server that sends its name first, and then echoes. */
async function replica(name: string) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write(name);
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const state = { ready: true };
  const kill = async () => {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await new Promise((done) => server.close(done));
  };
  opened.push(kill);
  return { port: (server.address() as { port: number }).port, isReady: () => state.ready, state, kill };
}

async function balancing(...replicas: Awaited<ReturnType<typeof replica>>[]): Promise<Balancer> {
  const balancer = await openBalancer(0, replicas);
  opened.push(() => balancer.close());
  return balancer;
}

/** The name of the replica that answers; null: the connection ended. */
async function whoAnswers({ port }: Balancer): Promise<string | null> {
  const client = connect(port, '127.0.0.1');
  client.on('error', () => undefined);
  const answer = await Promise.race([once(client, 'data').then(([data]) => String(data)), once(client, 'close').then(() => null)]);
  client.destroy();
  return answer;
}

const ask = async (balancer: Balancer, times: number) => {
  const names: (string | null)[] = [];
  for (let time = 0; time < times; time++) names.push(await whoAnswers(balancer));
  return names;
};

describe('the balancer', () => {
  it('gives each connection to the next replica', async () => {
    const balancer = await balancing(await replica('one'), await replica('two'));
    expect(await ask(balancer, 4)).toEqual(['one', 'two', 'one', 'two']);
  });

  it('skips a replica that is not ready', async () => {
    const [one, two] = [await replica('one'), await replica('two')];
    const balancer = await balancing(one, two);
    two.state.ready = false;
    expect(await ask(balancer, 3)).toEqual(['one', 'one', 'one']);
    two.state.ready = true;
    expect(await ask(balancer, 2)).toContain('two');
  });

  it('continues with the next if one takes no connections although it reports that it is ready', async () => {
    const [one, two] = [await replica('one'), await replica('two')];
    const balancer = await balancing(one, two);
    await one.kill();
    expect(await ask(balancer, 3)).toEqual(['two', 'two', 'two']);
  });

  it('ends the connection if none is ready', async () => {
    const one = await replica('one');
    const balancer = await balancing(one);
    one.state.ready = false;
    expect(await whoAnswers(balancer)).toBeNull();
  });

  it('carries bytes both ways and the end of the stream', async () => {
    const client = connect((await balancing(await replica('echo:'))).port, '127.0.0.1');
    const chunks: Buffer[] = [];
    client.on('data', (chunk: Buffer) => chunks.push(chunk));
    const sent = 'x'.repeat(1_000_000);
    client.end(sent);
    await once(client, 'end');
    expect(Buffer.concat(chunks).toString()).toBe(`echo:${sent}`);
  });

  it('ends the connections of a replica that dies, and its own when it is closed', async () => {
    const [one, two] = [await replica('one'), await replica('two')];
    const balancer = await balancing(one, two);
    const clients = [connect(balancer.port, '127.0.0.1'), connect(balancer.port, '127.0.0.1')];
    await Promise.all(clients.map((client) => once(client, 'data')));
    const ended = clients.map((client) => once(client, 'close'));
    await one.kill();
    await Promise.race(ended);
    await balancer.close();
    await Promise.all(ended);
  });
});
