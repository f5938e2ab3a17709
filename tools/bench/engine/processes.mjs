// Each part of a measurement runs in a process of its own, so that none takes time from another one's event loop.
import { fork } from 'node:child_process';
import { once } from 'node:events';

const quiet = ['--disable-warning=DeprecationWarning', '--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];

/** Starts a process of this folder with its task; resolves with what it answers first. */
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

/** The one answer of a process that has no more to do then. */
export async function ask(file, message) {
  const { answer, end } = await begin(file, message);
  await end();
  return answer;
}

/** The server under test: `keys`: where its issuer keeps them; `delay`: milliseconds that each question waits. */
export const serve = (connection, keys, delay = 0) => begin('server.mjs', { connection, keys, delay }, ['--max-semi-space-size=16']);

/** How many callers ask, and for how many seconds. */
export const alone = { clients: 1, seconds: 3, warmUp: 3 };
export const crowd = { clients: 16, seconds: 4, warmUp: 1 };
/** Before anything of a server is measured: it answers twice as fast when its code has been compiled for what is asked of it. */
export const warmUp = { clients: 16, seconds: 10, warmUp: 0 };
