import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { probe } from '../processes/probe.js';

/** A process that can serve. */
export interface Replica {
  readonly port: number;
  isReady(): boolean;
}

/** One address for several replicas. */
export interface Balancer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Replaces a Kubernetes Service: each connection goes to the next replica that is ready and accepts it. If none does, the connection ends
 * at once, as if nobody listened.
 */
export async function openBalancer(port: number, replicas: readonly Replica[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  const serve = async (client: Socket) => {
    keep(open, client);
    client.pause();
    const first = turn++;
    const inTurn = replicas.map((_, index) => replicas[(first + index) % replicas.length]!);
    for (const replica of inTurn) {
      const upstream = replica.isReady() ? await connectTo(replica.port) : null;
      if (upstream) return join(client, keep(open, upstream));
    }
    client.destroy();
  };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => void serve(client));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as { port: number }).port, close: () => close(server, open) };
}

function keep(open: Set<Socket>, socket: Socket): Socket {
  open.add(socket);
  socket.once('close', () => open.delete(socket));
  socket.on('error', () => socket.destroy());
  return socket;
}

/** Null: nobody accepts the connection. */
function connectTo(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true, noDelay: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

function join(client: Socket, upstream: Socket): void {
  client.once('close', () => upstream.destroy());
  upstream.once('close', () => client.destroy());
  if (client.destroyed) return void upstream.destroy();
  client.pipe(upstream).pipe(client);
}

async function close(server: Server, open: Set<Socket>): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const socket of open) socket.destroy();
  await closed;
}

const everyMilliseconds = 1_000;

/** Asks a replica every second whether it is ready, until the signal aborts. */
export function watchReadiness(port: number, path: string, signal: AbortSignal): Replica {
  let ready = false;
  const watch = async () => {
    while (!signal.aborted) {
      ready = await probe(port, path);
      await sleep(everyMilliseconds, null, { signal }).catch(() => null);
    }
  };
  void watch();
  return { port, isReady: () => ready };
}
