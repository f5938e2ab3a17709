import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const readySeconds = 420;
const launcher = new URL('../../tools/local-cluster/dist/main.js', import.meta.url).pathname;

/** Starts the local cluster on a directory. */
export function startCluster({ port, data, more = [] }) {
  const args = ['--disable-warning=ExperimentalWarning', launcher, '--port', String(port), '--data', data, ...more];
  const cluster = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  return {
    /** Resolves to the content of its file once the launcher reports that everything is up; rejects if it ends before. */
    untilReady: async () => {
      for (let waited = 0; waited < readySeconds * 1_000; waited += 500) {
        if (cluster.exitCode !== null) throw new Error(`The cluster ended with code ${cluster.exitCode} before it was ready.`);
        const state = await readFile(join(data, 'cluster.json'), 'utf8').then(JSON.parse, () => null);
        if (state?.ready) return state;
        await sleep(500);
      }
      throw new Error(`The cluster was not ready within ${readySeconds} s.`);
    },
    stop: async () => {
      if (cluster.exitCode !== null) return;
      cluster.kill('SIGTERM');
      await once(cluster, 'exit');
    },
  };
}
