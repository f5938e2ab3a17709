import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { makeShortFolder } from '@haven/config';
import type { Connection } from './connection.js';

/** A PostgreSQL that lives in this process. */
export interface EmbeddedDatabase {
  readonly connection: Connection;
  close(): Promise<void>;
}

const workerFile = new URL('../embedded/worker.mjs', import.meta.url);

/**
 * Starts PostgreSQL with PostGIS on a data directory that no other process may have open. It listens on a unix socket
 * in a private directory: a TCP port would let every user of the machine past the roles.
 */
export async function startEmbeddedDatabase(dataDirectory: string): Promise<EmbeddedDatabase> {
  const socketDirectory = await makeShortFolder();
  const worker = new Worker(workerFile, { workerData: { dataDirectory, socketPath: join(socketDirectory, '.s.PGSQL.5432') } });
  await once(worker, 'message');
  const close = async () => {
    const exited = once(worker, 'exit');
    worker.postMessage('close');
    await exited;
    await rm(socketDirectory, { recursive: true, force: true });
  };
  return { connection: { host: socketDirectory, port: 5432, user: 'postgres', database: 'postgres' }, close };
}
