import { randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@haven/test/harness/free-port';
import { inRepository } from '@haven/test/harness/repository';
import { systemAt, type System } from '@haven/test/harness/system';
import { isRunning, spawnBound, stopChild } from '../infrastructure/kept-process.js';
import { until } from '../infrastructure/until.js';

/** The parts of the launcher's `cluster.json` that the outages need. */
export interface ClusterState {
  readonly ready: boolean;
  readonly processes: readonly { readonly name: string; readonly pid: number | null; readonly port: number; readonly restarts: number }[];
  readonly brokers: readonly string[];
  readonly databases: Readonly<Record<'superuser' | 'registry' | 'capacity' | 'matching', string>>;
}

/** The local cluster with all its real processes. It can keep some of them away. */
export interface LocalCluster {
  readonly system: System;
  state(): Promise<ClusterState>;
  /** `kill -9`; they are not started again until they are released. */
  holdDown(...names: string[]): Promise<void>;
  /** They hang with their sockets open until the launcher finds that they are not live; then as with `holdDown`. */
  freeze(...names: string[]): Promise<void>;
  release(...names: string[]): Promise<void>;
  close(): Promise<void>;
}

const program = inRepository('tools/local-cluster/dist/main.js');
/** Includes the download of Kafka, the first time. */
const readyMilliseconds = 240_000;
const stopMilliseconds = 60_000;

/** Starts an empty cluster on its own directory. Logs stay in `tools/chaos/results/logs/<scenario>`. */
export async function startLocalCluster(scenario: string): Promise<LocalCluster> {
  // The launcher makes it: PostgreSQL's own user must be able to enter.
  const data = join(tmpdir(), `haven-chaos-${randomUUID()}`);
  const logs = inRepository('tools/chaos/results/logs', scenario);
  await rm(logs, { recursive: true, force: true });
  await mkdir(logs, { recursive: true });
  const port = await freePort();
  const words = ['--port', String(port), '--data', data, '--brokers', '3', '--no-demo'];
  const launcher = spawnBound([process.execPath, '--disable-warning=ExperimentalWarning', program, ...words], join(logs, 'launcher.log'));
  const close = async () => {
    await stopChild(launcher, 'SIGTERM', stopMilliseconds);
    await cp(join(data, 'logs'), logs, { recursive: true }).catch(() => undefined);
    await rm(data, { recursive: true, force: true });
  };
  const state = async () => JSON.parse(await readFile(join(data, 'cluster.json'), 'utf8')) as ClusterState;
  try {
    await until('the cluster is ready', readyMilliseconds, async () => !isRunning(launcher) || (await state()).ready, 300);
    if (!isRunning(launcher)) throw new Error(`The cluster did not start. See ${logs}.`);
  } catch (problem) {
    await close();
    throw problem;
  }
  return { system: systemAt(`http://127.0.0.1:${port}`, data), state, ...powerOver(join(data, 'held'), state), close };
}

function powerOver(held: string, state: () => Promise<ClusterState>): Pick<LocalCluster, 'holdDown' | 'freeze' | 'release'> {
  const pidsOf = async (names: readonly string[]) =>
    (await state()).processes.flatMap(({ name, pid }) => (names.includes(name) && pid !== null ? [pid] : []));
  const hold = async (names: readonly string[], signal: NodeJS.Signals) => {
    for (const name of names) await writeFile(join(held, name), '');
    for (const pid of await pidsOf(names)) process.kill(pid, signal);
  };
  return {
    freeze: (...names) => hold(names, 'SIGSTOP'),
    holdDown: async (...names) => {
      await hold(names, 'SIGKILL');
      await until(`${names.join(', ')} are gone`, 10_000, async () => (await pidsOf(names)).length === 0);
    },
    release: async (...names) => {
      for (const name of names) await rm(join(held, name), { force: true });
    },
  };
}
