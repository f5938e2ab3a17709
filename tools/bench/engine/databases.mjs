// Filled read models on the database server of a measurement.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@haven/chaos/infrastructure/postgres';
import { openMatchingDatabase } from '@haven/matching';
import { fill } from './fill.mjs';

/** A usual server: memory settings for one of 24 GB. */
const settings = ['shared_buffers=2GB', 'max_wal_size=8GB', 'jit=off'];

/**
 * The server for the databases. HAVEN_BENCH_POSTGRES={"host": …, "port": …, "user": …} names a server that keeps them for the next run;
 * otherwise the server exists for this run only.
 */
export async function openServer() {
  const given = process.env['HAVEN_BENCH_POSTGRES'];
  if (given) return { connection: { database: 'postgres', ...JSON.parse(given) }, stop: async () => {} };
  const server = await startPostgres(join(tmpdir(), 'haven-bench-postgres.log'), settings);
  await server.untilReady();
  return server;
}

/** The database with that name; `make` makes it if it does not exist. */
export async function databaseOf({ connection }, name, make) {
  const own = { ...connection, database: name };
  const maintenance = await openMatchingDatabase(connection);
  const found = await maintenance.dataSource.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (found.length === 0) await maintenance.dataSource.query(`CREATE DATABASE ${name}`);
  await maintenance.close();
  if (found.length > 0) return own;
  const database = await openMatchingDatabase(own);
  await make(database);
  await database.close();
  return own;
}

/** A directory with so many services. */
export const filled = (server, size) =>
  databaseOf(server, `haven_${size}`, async (database) => {
    const began = performance.now();
    await fill(database, size, new Date());
    console.error(`${size} services stored in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  });
