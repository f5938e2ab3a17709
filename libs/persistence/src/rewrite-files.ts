import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Connection } from './connection.js';

/** A segment of the write-ahead log. */
export const segmentName = /^[0-9A-F]{24}$/;

/**
 * Rewrites these tables (LIKE patterns for `schema.table`) and the write-ahead log, so that the files contain only current rows. Otherwise
 * the bytes of changed or deleted rows stay until their space is needed. All other work waits meanwhile.
 */
export async function rewriteFiles(connection: Connection, dataDirectory: string, tables: readonly string[]): Promise<void> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    for (const table of await namesOf(client, tables)) await client.query(`VACUUM (FULL) ${table}`);
    await startLogAnew(client, join(dataDirectory, 'pg_wal'));
  } finally {
    await client.end();
  }
}

async function namesOf(client: pg.Client, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE relkind = 'r' AND nspname || '.' || relname LIKE ANY($1) ORDER BY 1`,
    [tables],
  );
  // ANALYZE stores samples of column values.
  return [...rows.map(({ name }) => name), 'pg_catalog.pg_statistic'];
}

/**
 * PostgreSQL recycles used segments with their content under later names. So this removes those first, then every segment older than now.
 */
async function startLogAnew(client: pg.Client, folder: string): Promise<void> {
  await removeLaterThan(await currentSegment(client), folder);
  await client.query('SET wal_recycle = off');
  await client.query('SELECT pg_switch_wal()');
  await client.query('CHECKPOINT');
  await client.query('RESET wal_recycle');
}

/** The name of the segment that is written now. */
export async function currentSegment(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT pg_walfile_name(pg_current_wal_lsn()) AS name');
  return rows[0]!.name;
}

async function removeLaterThan(current: string, folder: string): Promise<void> {
  const later = (await readdir(folder)).filter((name) => segmentName.test(name) && name > current);
  for (const name of later) await rm(join(folder, name));
}
