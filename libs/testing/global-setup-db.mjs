// Makes one embedded database with all extensions and starts a copy of it for each worker of Jest, and one more for suites that
// compare two: a suite that can take one over, emptied, begins some five seconds of work sooner than with a copy of its own.
// On a server it makes a database with all extensions instead, which the databases of the suites are copied from.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { begin } from '../../scripts/jest/background.mjs';
import { extensions } from '../persistence/embedded/extensions.mjs';
import { makeTemplateDatabase } from './template-database.mjs';

const templateDirectory = new URL('../../.cache/embedded-template-0.5.8', import.meta.url).pathname;

export default function prepareDatabases({ maxWorkers }) {
  if (process.env.HAVEN_TEST_POSTGRES_URL) return makeTemplateDatabase();
  globalThis.havenSharedDatabases = [];
  globalThis.havenDatabasesStarted = begin('DB', () => startDatabases(maxWorkers + 1));
}

/** Answers the environment through which the specs find them. */
async function startDatabases(count) {
  if (!existsSync(templateDirectory)) await makeTemplate();
  const shared = await Promise.all(Array.from({ length: count }, startCopy));
  globalThis.havenSharedDatabases.push(...shared);
  return { HAVEN_TEST_TEMPLATE: templateDirectory, HAVEN_TEST_EMBEDDED: shared.map(({ connection }) => connection.host).join(',') };
}

async function makeTemplate() {
  const unfinished = `${templateDirectory}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const database = await PGlite.create({ dataDir: unfinished, extensions });
  for (const name of Object.keys(extensions)) await database.exec(`CREATE EXTENSION ${name} SCHEMA public`);
  await database.close();
  await rename(unfinished, templateDirectory).catch(() => rm(unfinished, { recursive: true, force: true }));
}

/** The start comes from the build, which `npm test` makes first. */
async function startCopy() {
  const { startEmbeddedDatabase } = await import('../persistence/dist/embedded-database.js');
  const directory = await mkdtemp(join(tmpdir(), 'haven-test-'));
  await cp(templateDirectory, directory, { recursive: true });
  const { connection, close } = await startEmbeddedDatabase(directory);
  return { connection, close: () => close().then(() => rm(directory, { recursive: true, force: true })) };
}
