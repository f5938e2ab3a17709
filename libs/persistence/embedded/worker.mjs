// Runs the embedded PostgreSQL beside the application: a query blocks its thread, so it must not be the main one.
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { intarray } from '@electric-sql/pglite/contrib/intarray';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { parentPort, workerData } from 'node:worker_threads';
import { serveSessions } from './session-server.mjs';

const database = await PGlite.create({
  dataDir: workerData.dataDirectory,
  extensions: { postgis, btree_gist, intarray, pg_trgm, unaccent },
  relaxedDurability: false,
});
const server = await serveSessions(database, workerData.socketPath);
parentPort.postMessage('ready');

parentPort.once('message', async () => {
  await server.stop();
  await database.close();
  parentPort.postMessage('closed');
  parentPort.close();
});
