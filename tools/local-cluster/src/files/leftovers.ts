import { readlink } from 'node:fs/promises';
import { sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readClusterFile } from './cluster-file.js';
import type { Places } from './places.js';
import { ClusterProblem } from '../problem.js';

const limitMilliseconds = 10_000;

/** Ends processes that a killed launcher left running on this directory; returns their names. */
export async function endLeftovers({ data, clusterFile }: Places): Promise<string[]> {
  const { processes = [] } = (await readClusterFile(clusterFile)) ?? {};
  const ours: { name: string; pid: number }[] = [];
  for (const { name, pid } of processes) if (pid !== null && (await worksIn(data, pid))) ours.push({ name, pid });
  // PostgreSQL ends its own children only if it is asked to; otherwise they would block the next server.
  for (const { name, pid } of ours) process.kill(pid, name === 'postgres' ? 'SIGQUIT' : 'SIGKILL');
  const deadline = Date.now() + limitMilliseconds;
  for (const { name, pid } of ours) {
    while (await worksIn(data, pid)) {
      if (Date.now() > deadline) throw new ClusterProblem(`${name} of an earlier start still runs (process ${pid}) and cannot be ended.`);
      await sleep(50);
    }
  }
  return ours.map(({ name }) => name);
}

/** A process id may belong to another program by now; ours have their working directory below this one. */
async function worksIn(data: string, pid: number): Promise<boolean> {
  const directory = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  return directory.startsWith(`${data}${sep}`);
}
