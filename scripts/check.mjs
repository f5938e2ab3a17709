// Runs the checks of `npm run check`, two at a time, and shows the output of each when it has ended. Types come first, because other checks
// read the build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const lanes = 2;
/** The longest first. */
const others = [
  ...['check:lint', 'console:check', 'check:format', 'check:boundaries', 'graph:check', 'check:unused', 'demo:check'],
  ...['check:worst-cases', 'events:check', 'check:left-out', 'check:seeds'],
];

/** Returns whether it passed. */
async function run(script) {
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}: ${script}\n${code === 0 ? '' : output + errors}`);
  return code === 0;
}

async function runInTurn(scripts) {
  let passed = true;
  for (let next = scripts.shift(); next; next = scripts.shift()) passed = (await run(next)) && passed;
  return passed;
}

const passed = (await run('check:types')) && (await Promise.all(Array.from({ length: lanes }, () => runInTurn(others)))).every(Boolean);
process.exitCode = passed ? 0 : 1;
