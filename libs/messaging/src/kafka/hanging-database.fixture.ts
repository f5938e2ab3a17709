import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Connection } from '@haven/persistence';

/** A proxy to a database that can fall silent while its connections stay open. */
export interface HangingWay {
  readonly connection: Connection;
  hang(): void;
  goOn(): void;
  close(): Promise<void>;
}

/** Opens the proxy. */
export async function openHangingWay(to: Connection): Promise<HangingWay> {
  const sockets = new Set<Socket>();
  let hangs = false;
  const pass = (from: Socket, other: Socket) => {
    sockets.add(from);
    from.on('data', (bytes) => other.write(bytes));
    from.on('error', () => from.destroy());
    from.once('close', () => (sockets.delete(from), other.destroy()));
    if (hangs) from.pause();
  };
  const server = createServer((client) => {
    const upstream = connect(to.port, to.host);
    pass(client, upstream);
    pass(upstream, client);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    connection: { ...to, host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    hang: () => {
      hangs = true;
      sockets.forEach((socket) => socket.pause());
    },
    goOn: () => {
      hangs = false;
      sockets.forEach((socket) => socket.resume());
    },
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((closed) => server.close(closed));
    },
  };
}
