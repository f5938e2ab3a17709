import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeDirectory, type ControlMessage, type ControlRequest, type Settings } from '@haven/config';
import { askControl, failIfForeign, nobodyListens } from '@haven/server/process';
import { CommandProblem } from './command-problem.js';
import { AlreadyExplained } from './parse-command.js';

const standalone = fileURLToPath(new URL('../../standalone/dist/main.js', import.meta.url));
/** Warnings of Node about its own parts and libraries are not for the person at the terminal. */
const quiet = ['--disable-warning=ExperimentalWarning', '--disable-warning=DeprecationWarning'];
const startMilliseconds = 120_000;

/** Asks the process that has the data directory open. If there is none, starts one for the length of the command. */
export async function* askServer({ dataDirectory }: Settings, request: ControlRequest): AsyncGenerator<ControlMessage> {
  await makeDirectory(dataDirectory).catch(() => undefined);
  const running = await send(dataDirectory, request);
  if (running) return yield* running;
  await failIfForeign(dataDirectory);
  const helper = spawn(process.execPath, [...quiet, standalone, '--headless'], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    yield* await sendWhenUp(helper, dataDirectory, request);
  } finally {
    await stop(helper);
  }
}

/** Null if nobody listens. */
async function send(directory: string, request: ControlRequest): Promise<AsyncGenerator<ControlMessage> | null> {
  try {
    return untilDone(await askControl(directory, request));
  } catch (error) {
    if (nobodyListens(error)) return null;
    throw error;
  }
}

async function sendWhenUp(helper: ChildProcess, directory: string, request: ControlRequest): Promise<AsyncGenerator<ControlMessage>> {
  const deadline = Date.now() + startMilliseconds;
  let ended = false;
  while (!ended && Date.now() < deadline) {
    ended = helper.exitCode !== null;
    // Also if it has ended: another command may have started one first, which serves both.
    const answer = await send(directory, request);
    if (answer) return answer;
    await sleep(100);
  }
  if (ended) throw new AlreadyExplained();
  throw new CommandProblem('The data directory could not be opened within two minutes. Repeat the command.');
}

async function* untilDone(answer: AsyncGenerator<ControlMessage>): AsyncGenerator<ControlMessage> {
  try {
    yield* answer;
  } catch {
    throw new CommandProblem('The server stopped before the command was done. Start it and repeat the command: nothing is done twice.');
  }
}

async function stop(helper: ChildProcess): Promise<void> {
  if (helper.exitCode !== null) return;
  helper.kill('SIGTERM');
  await once(helper, 'exit');
}
