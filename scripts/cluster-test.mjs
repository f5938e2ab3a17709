// Runs the end-to-end suite, unchanged, against the local cluster: starts it on a fresh directory, tests, stops it. Then the fault
// suites, unless only some end-to-end specs were asked for.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../test/dist/harness/free-port.js';
import { startCluster } from './cluster/start-cluster.mjs';

const jest = new URL('../node_modules/jest/bin/jest.js', import.meta.url).pathname;

// The launcher makes it: PostgreSQL's own user must be able to enter.
const data = join(tmpdir(), `haven-cluster-${randomUUID()}`);
const port = await freePort();
const cluster = startCluster({ port, data });
let code = 1;
try {
  await cluster.untilReady();
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--selectProjects', 'e2e', '--maxWorkers=2'];
  const env = { ...process.env, HAVEN_URL: `http://127.0.0.1:${port}`, HAVEN_DATA: data };
  const tests = spawn(process.execPath, [...args, ...process.argv.slice(2)], { stdio: 'inherit', env });
  [code] = await once(tests, 'exit');
} catch (error) {
  console.error(error.message);
} finally {
  await cluster.stop();
  if (code === 0) await rm(data, { recursive: true, force: true });
  else console.error(`The logs are in ${join(data, 'logs')}.`);
}
if (code === 0 && process.argv.length === 2) {
  const faults = fileURLToPath(new URL('chaos-test.mjs', import.meta.url));
  [code] = await once(spawn(process.execPath, [faults], { stdio: 'inherit' }), 'exit');
}
process.exit(code ?? 1);
