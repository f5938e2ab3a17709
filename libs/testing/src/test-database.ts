import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionFromUrl, startEmbeddedDatabase, type Connection } from '@haven/persistence';
import pg from 'pg';
import { takeShared, type TestDatabase } from './shared-database.js';

/** An embedded database; if HAVEN_TEST_POSTGRES_URL is set, a new database on that server. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const url = process.env['HAVEN_TEST_POSTGRES_URL'];
  if (url) return onServer(connectionFromUrl(url));
  return (await takeShared()) ?? embedded();
}

async function embedded(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'haven-test-'));
  const template = process.env['HAVEN_TEST_TEMPLATE'];
  if (template) await cp(template, directory, { recursive: true });
  const database = await startEmbeddedDatabase(directory);
  const close = async () => {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { connection: database.connection, close };
}

async function onServer(server: Connection): Promise<TestDatabase> {
  const database = `haven_test_${randomBytes(6).toString('hex')}`;
  await onMaintenance(server, `CREATE DATABASE ${database} TEMPLATE ${process.env['HAVEN_TEST_TEMPLATE_DATABASE'] ?? 'template1'}`);
  return { connection: { ...server, database }, close: () => dropWhenUnused(server, database) };
}

/** A client may still be disconnecting. Ending it by force would fail the test that has closed it. */
async function dropWhenUnused(server: Connection, database: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const dropped = await onMaintenance(server, `DROP DATABASE ${database}`).then(
      () => true,
      () => false,
    );
    if (dropped) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await onMaintenance(server, `DROP DATABASE ${database} WITH (FORCE)`);
}

async function onMaintenance(server: Connection, sql: string): Promise<void> {
  const client = new pg.Client({ ...server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
