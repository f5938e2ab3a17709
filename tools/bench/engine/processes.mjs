// Runs each part of a measurement in its own process, so that none takes time from another one's event loop.
import { fork } from 'node:child_process';
import { once } from 'node:events';

const quiet = ['--disable-warning=DeprecationWarning', '--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];

/** Starts a process of this folder with its task; resolves to its first message. */
export async function begin(file, message, flags = []) {
  const child = fork(new URL(file, import.meta.url), { execArgv: [...quiet, ...flags] });
  child.send(message);
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => failed(file, code))]);
  const end = async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { answer, child, end };
}

function failed(file, code) {
  throw new Error(`${file} ended with ${code}`);
}

/** The only message of a process that ends after it. */
export async function ask(file, message) {
  const { answer, end } = await begin(file, message);
  await end();
  return answer;
}

/** The server under test. `keys`: the directory of its issuer's keys; `delay`: milliseconds before each question. */
export const serve = (connection, keys, delay = 0) => begin('server.mjs', { connection, keys, delay }, ['--max-semi-space-size=16']);

/** The number of callers, and for how many seconds they ask. */
export const alone = { clients: 1, seconds: 3, warmUp: 3 };
export const crowd = { clients: 16, seconds: 4, warmUp: 1 };
/** Before a server is measured: its code must be compiled for these questions, which makes it twice as fast. */
export const warmUp = { clients: 16, seconds: 10, warmUp: 0 };
