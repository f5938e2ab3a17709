// Runs the fault suites, or the named ones. Without names, the two suites that measure delays run alone. With HAVEN_LONG_FAULTS=true the
// others follow, two at a time, since each of them waits a lot. HAVEN_CHAOS_EVENTS, HAVEN_CHAOS_AWAY_SECONDS and HAVEN_CHAOS_HOLDS make
// them longer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const jest = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];

async function run(...which) {
  const args = [...flags, jest, '--selectProjects', 'chaos', ...which];
  const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit');
  return code === 0;
}

const suite = (name) => `chaos/src/${name}/`;
const named = process.argv.slice(2).map(suite);
const alone = ['kills', 'poison'].map(suite);
const others = ['--maxWorkers=2', '--testPathIgnorePatterns', ...alone];
const passed = named.length > 0 ? [await run('--runInBand', ...named)] : [await run('--runInBand', '--', ...alone)];
if (named.length === 0 && process.env.HAVEN_LONG_FAULTS === 'true') passed.push(await run(...others));
process.exit(passed.every(Boolean) ? 0 : 1);
