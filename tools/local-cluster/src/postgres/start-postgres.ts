import { access, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Places } from '../files/places.js';
import { runJob } from '../processes/run-job.js';
import { supervise, type Supervised, type Supervision } from '../processes/supervise.js';
import { untilReady } from '../processes/until-ready.js';
import { postgresUser, type PostgresUser } from './postgres-user.js';

/** A PostgreSQL server of this cluster. */
export interface RunningPostgres {
  /** Address for its superuser. */
  readonly url: string;
  readonly supervised: Supervised;
  readonly port: number;
  untilReady(signal: AbortSignal): Promise<void>;
}

/** Options of {@link startPostgres}. */
export interface PostgresOptions {
  /** Folder of PostgreSQL's programs. */
  readonly bin: string;
  readonly places: Places;
  readonly password: string;
  readonly port: number;
  readonly supervision: Supervision;
}

const name = 'postgres';

/** Makes the database directory the first time, and starts the server on it. */
export async function startPostgres(options: PostgresOptions, signal: AbortSignal): Promise<RunningPostgres> {
  const { bin, places, password, port, supervision } = options;
  const user = await postgresUser(places.postgres);
  if (!(await isMade(places.postgres))) await initialise(bin, user, places, password, signal);
  signal.throwIfAborted();
  const log = places.logOf(name);
  const [command, ...args] = [...user.prefix, join(bin, 'postgres'), '-D', places.postgres, '-p', String(port), ...settings];
  // SIGINT: ends at once and in order; SIGTERM would wait for every client to disconnect.
  const supervised = supervise({ name, command: command!, args, directory: places.postgres, log, stopSignal: 'SIGINT' }, supervision);
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return { url, supervised, port, untilReady: (until) => untilReady(supervised, () => answers(url), log, until) };
}

/** TCP only: the path of a unix socket in a deep directory would be too long. */
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'log_checkpoints=off'].flatMap(
  (setting) => ['-c', setting],
);

/** The last file that {@link initialise} makes: without it, initdb was interrupted. */
const mark = (directory: string): string => join(directory, 'haven-made');

const isMade = (directory: string): Promise<boolean> =>
  access(mark(directory)).then(
    () => true,
    () => false,
  );

async function initialise(
  bin: string,
  { prefix, owner }: PostgresUser,
  places: Places,
  password: string,
  signal: AbortSignal,
): Promise<void> {
  const directory = places.postgres;
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { mode: 0o700 });
  const passwordFile = `${directory}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [directory, passwordFile]) await chown(path, owner.uid, owner.gid);
  const how = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8'];
  const [command, ...args] = [...prefix, join(bin, 'initdb'), '-D', directory, ...how];
  try {
    await runJob({ name: 'initdb', command: command!, args, directory, log: places.logOf(name) }, signal);
    await writeFile(mark(directory), '');
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
