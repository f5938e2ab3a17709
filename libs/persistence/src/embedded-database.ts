import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { makeShortFolder } from '@haven/config';
import type { Connection } from './connection.js';
import { copyFiles } from './copy-files.js';
import { rewriteFiles } from './rewrite-files.js';

/** A PostgreSQL server in this process. */
export interface EmbeddedDatabase {
  readonly connection: Connection;
  /**
   * Rewrites the files of these tables (LIKE patterns for `schema.table`), so that they contain only current rows. All other work waits
   * meanwhile.
   */
  rewrite(tables: readonly string[]): Promise<void>;
  /** Copies the data, as it is now, to a new directory that another process or this one can open. All other work waits meanwhile. */
  copy(target: string): Promise<void>;
  close(): Promise<void>;
}

/** How to reach an embedded database that listens in this directory. */
export const embeddedConnection = (host: string): Connection => ({
  host,
  port: 5432,
  user: 'postgres',
  database: 'postgres',
});

const workerFile = new URL('../embedded/worker.mjs', import.meta.url);

/**
 * Starts PostgreSQL with PostGIS on a data directory that no other process may have open. It listens on a unix socket in a private
 * directory: over a TCP port every user of the machine could bypass the roles.
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
  const connection = embeddedConnection(socketDirectory);
  return {
    connection,
    rewrite: (tables) => rewriteFiles(connection, dataDirectory, tables),
    copy: (target) => copyFiles(connection, dataDirectory, target),
    close,
  };
}
