// Runs the end-to-end suite, unchanged, against the local cluster: starts the cluster on a fresh directory, tests, and stops it. Then runs
// the fault suites, unless only some end-to-end specs were named.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { withCluster } from './cluster/with-cluster.mjs';

const jest = new URL('../node_modules/jest/bin/jest.js', import.meta.url).pathname;
const workers = process.env.HAVEN_TEST_WORKERS ?? '2';
const flags = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  jest,
  '--selectProjects',
  'e2e',
  `--maxWorkers=${workers}`,
];

let code = await withCluster(({ port, data }) => ({
  command: process.execPath,
  args: [...flags, ...process.argv.slice(2)],
  env: { HAVEN_URL: `http://127.0.0.1:${port}`, HAVEN_DATA: data },
}));
if (code === 0 && process.argv.length === 2) {
  const faults = fileURLToPath(new URL('../tools/chaos/run-suites.mjs', import.meta.url));
  [code] = await once(spawn(process.execPath, [faults], { stdio: 'inherit' }), 'exit');
}
process.exit(code ?? 1);
