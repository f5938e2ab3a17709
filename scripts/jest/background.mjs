// Set-up that runs in the background while the first tests run: Jest waits for a global set-up, and most tests need none.
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const lookMilliseconds = 100;
const limitMilliseconds = 400_000;

/**
 * Begins a set-up; `start` resolves to the environment for the specs. Returns a promise that resolves when it is over, successful or not.
 */
export function begin(name, start) {
  const file = join(mkdtempSync(join(tmpdir(), 'haven-set-up-')), 'result.json');
  process.env[variableOf(name)] = file;
  const tell = (result) => {
    writeFileSync(`${file}.unfinished`, JSON.stringify(result));
    renameSync(`${file}.unfinished`, file);
  };
  return start().then(
    (environment) => tell({ environment }),
    (problem) => tell({ problem: String(problem?.stack ?? problem) }),
  );
}

/** Waits for the end of the set-up with this name, if it was begun, and takes over its environment. */
export async function finish(name) {
  const file = process.env[variableOf(name)];
  if (!file) return;
  for (let waited = 0; waited < limitMilliseconds; waited += lookMilliseconds) {
    const { environment, problem } = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
    if (problem) throw new Error(`The set-up failed: ${problem}`);
    if (environment) return void Object.assign(process.env, environment);
    await sleep(lookMilliseconds);
  }
  throw new Error(`The set-up of ${name} has not ended after ${limitMilliseconds / 1_000} s.`);
}

/** Removes the files of a finished set-up. */
export async function forget(name) {
  const file = process.env[variableOf(name)];
  if (file) await rm(dirname(file), { recursive: true, force: true });
}

const variableOf = (name) => `HAVEN_SET_UP_${name}`;
