import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@haven/test/harness/free-port';
import { inRepository } from '@haven/test/harness/repository';
import { endOf, isRunning, spawnLogged, stopChild } from '../infrastructure/kept-process.js';
import { until } from '../infrastructure/until.js';
import type { ClusterState } from '../outages/local-cluster.js';
import { databaseBeside, select } from './select.js';

/** A replica of matching with its own, empty database. */
export interface Follower {
  readonly databaseUrl: string;
  /** Name of its consumer group. */
  readonly group: string;
  /** Starts it. Resolves when it reports that it is ready, to the milliseconds that took. */
  follow(): Promise<number>;
  stop(): Promise<void>;
}

const extensions = ['postgis', 'btree_gist', 'intarray', 'pg_trgm', 'unaccent'];
const readyMilliseconds = 120_000;

/** Makes the database and its tables; `name` identifies this follower. */
export async function prepareFollower(state: ClusterState, name: string, log: string): Promise<Follower> {
  const databaseUrl = await makeDatabase(state, `haven_matching_${name}`);
  const data = await mkdtemp(join(tmpdir(), 'haven-follower-'));
  const port = await freePort();
  const issuer = state.processes.find((process) => process.name === 'issuer')!;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    PORT: String(port),
    HAVEN_DATA: data,
    HAVEN_DATABASE_URL: databaseUrl,
    HAVEN_FOLLOWER: name,
    KAFKA_BROKERS: state.brokers.join(','),
    HAVEN_ISSUER: 'http://haven.localhost',
    HAVEN_JWKS_URL: `http://127.0.0.1:${issuer.port}/.well-known/jwks.json`,
  };
  const start = (...args: string[]) =>
    spawnLogged(process.execPath, ['--disable-warning=ExperimentalWarning', inRepository('apps/matching/dist/main.js'), ...args], log, {
      env,
    });
  const migration = start('--migrate');
  await endOf(migration);
  if (migration.exitCode !== 0) throw new Error(`The tables of ${name} could not be made. See ${log}.`);
  let running: ReturnType<typeof start> | null = null;
  return {
    databaseUrl,
    group: `matching-read-model-${name}`,
    follow: async () => {
      running = start();
      const since = performance.now();
      const isReady = async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
      await until(`${name} is ready`, readyMilliseconds, async () => !isRunning(running!) || (await isReady()), 100);
      if (!isRunning(running)) throw new Error(`${name} ended. See ${log}.`);
      return performance.now() - since;
    },
    stop: async () => {
      if (running) await stopChild(running);
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** An empty database of the same owner. */
async function makeDatabase({ databases }: ClusterState, name: string): Promise<string> {
  const owner = new URL(databases.matching).username;
  await select(databases.superuser, `CREATE DATABASE ${name} OWNER ${owner}`);
  for (const extension of extensions)
    await select(databaseBeside(databases.superuser, name), `CREATE EXTENSION ${extension} SCHEMA public`);
  return databaseBeside(databases.matching, name);
}
