// Runs the embedded PostgreSQL beside the application: a query blocks its thread, so it must not be the main one.
import { PGlite } from '@electric-sql/pglite';
import { parentPort, workerData } from 'node:worker_threads';
import { extensions } from './extensions.mjs';
import { listSymbolsOnce } from './list-symbols-once.mjs';
import { serveSessions } from './session-server.mjs';

listSymbolsOnce();
const database = await PGlite.create({
  dataDir: workerData.dataDirectory,
  extensions,
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
