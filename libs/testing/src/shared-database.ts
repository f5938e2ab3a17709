import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedConnection, type Connection } from '@haven/persistence';
import pg from 'pg';

/** An empty database with all extensions, for one test file. */
export interface TestDatabase {
  readonly connection: Connection;
  close(): Promise<void>;
}

/** One of the embedded databases that the global set-up started, emptied; null if all are in use. */
export async function takeShared(): Promise<TestDatabase | null> {
  for (const host of process.env['HAVEN_TEST_EMBEDDED']?.split(',') ?? []) {
    const taken = await take(host);
    if (taken) return taken;
  }
  return null;
}

async function take(host: string): Promise<TestDatabase | null> {
  const inUse = join(host, 'in-use');
  const taken = await open(inUse, 'wx').catch(() => null);
  if (!taken) return null;
  await taken.close();
  const connection = embeddedConnection(host);
  await empty(connection);
  return { connection, close: () => rm(inUse) };
}

/** Roles stay: on a server, all databases share them. */
async function empty(connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    await client.query('DISCARD ALL');
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('public', 'information_schema')`,
    );
    for (const { name } of rows) await client.query(`DROP SCHEMA ${name} CASCADE`);
  } finally {
    await client.end();
  }
}
