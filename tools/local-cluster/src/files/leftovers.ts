import { readlink } from 'node:fs/promises';
import { sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readClusterFile } from './cluster-file.js';
import type { Places } from './places.js';
import { ClusterProblem } from '../problem.js';

const limitMilliseconds = 10_000;

/** Ends what a launcher that was killed left running on this directory; answers the names. */
export async function endLeftovers({ data, clusterFile }: Places): Promise<string[]> {
  const { processes = [] } = (await readClusterFile(clusterFile)) ?? {};
  const ours: { name: string; pid: number }[] = [];
  for (const { name, pid } of processes) if (pid !== null && (await worksIn(data, pid))) ours.push({ name, pid });
  // PostgreSQL ends its own children only when it is asked to; they would keep the next server out.
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

/** A process id may belong to a stranger by now; ours work below the directory. */
async function worksIn(data: string, pid: number): Promise<boolean> {
  const directory = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  return directory.startsWith(`${data}${sep}`);
}
