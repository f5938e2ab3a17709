import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '@haven/test/harness/free-port';
import { keepRunning, spawnLogged } from './kept-process.js';
import { until } from './until.js';

/** A separate PostgreSQL server that loses nothing that it has acknowledged. */
export interface Postgres {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
  /** `kill -9` of the postmaster; it is started again and recovers. */
  kill(): Promise<boolean>;
  untilReady(): Promise<void>;
  /** Repeats the query until there is an answer. */
  ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  stop(): Promise<void>;
}

const bin = process.env['HAVEN_POSTGRES_BIN'] ?? '/usr/lib/postgresql/15/bin';
const readyMilliseconds = 60_000;
/** Commits go to the disk. That is PostgreSQL's default, and stated here because the kills mean nothing without it. */
const settings = ['fsync=on', 'synchronous_commit=on', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];

/** PostgreSQL refuses root, so root uses the user of Debian's package. The server does not outlive this process. */
const asPostgres = [
  'setpriv',
  '--pdeathsig=INT',
  ...(process.getuid?.() === 0 ? ['--reuid=postgres', '--regid=postgres', '--init-groups', '--reset-env'] : []),
];

/** Makes a server with an empty database. `more`: settings, like `jit=off`. */
export async function startPostgres(log: string, more: readonly string[] = []): Promise<Postgres> {
  const directory = await mkdtemp(join(tmpdir(), 'haven-chaos-postgres-'));
  const data = join(directory, 'data');
  await chmod(directory, 0o777);
  const [command, ...prefix] = asPostgres as [string, ...string[]];
  const initdb = [...prefix, join(bin, 'initdb'), '-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'];
  await promisify(execFile)(command, initdb, { cwd: directory, timeout: 60_000 });
  const connection = { host: '127.0.0.1', port: await freePort(), user: 'postgres', database: 'postgres' };
  const args = [
    ...prefix,
    join(bin, 'postgres'),
    '-D',
    data,
    '-p',
    String(connection.port),
    ...[...settings, ...more].flatMap((one) => ['-c', one]),
  ];
  const kept = keepRunning('postgres', () => spawnLogged(command, args, log, { cwd: directory }));
  const pool = new pg.Pool({ ...connection, max: 3, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  const tryToAsk = <Row extends pg.QueryResultRow>(sql: string) => pool.query<Row>(sql).then(({ rows }) => rows);
  const ready = async () => void (await until('PostgreSQL answers', readyMilliseconds, () => tryToAsk('SELECT 1').then(() => true)));
  return {
    connection,
    kill: () => kept.kill(),
    untilReady: ready,
    ask: async <Row extends pg.QueryResultRow>(sql: string) => {
      await ready();
      return tryToAsk<Row>(sql).catch(async () => {
        await ready();
        return tryToAsk<Row>(sql);
      });
    },
    stop: async () => {
      await pool.end();
      await kept.stop('SIGINT');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
