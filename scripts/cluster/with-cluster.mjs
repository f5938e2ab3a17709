import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../test/dist/harness/free-port.js';
import { startCluster } from './start-cluster.mjs';

/**
 * Starts the local cluster on a fresh directory, runs a test command, and stops the cluster. `commandOn` gets the running processes, the
 * port and the directory, and returns the command with its arguments and environment. Resolves to the exit code of the command. The
 * directory stays if something failed.
 */
export async function withCluster(commandOn, more = []) {
  // The launcher makes it: PostgreSQL's own user must be able to enter.
  const data = join(tmpdir(), `haven-cluster-${randomUUID()}`);
  const port = await freePort();
  const cluster = startCluster({ port, data, more });
  let code = 1;
  try {
    const state = await cluster.untilReady();
    const { command, args, env } = await commandOn({ state, port, data });
    [code] = await once(spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }), 'exit');
  } catch (error) {
    console.error(error.message);
  } finally {
    await cluster.stop();
    if (code === 0) await rm(data, { recursive: true, force: true });
    else console.error(`The logs are in ${join(data, 'logs')}.`);
  }
  return code ?? 1;
}
