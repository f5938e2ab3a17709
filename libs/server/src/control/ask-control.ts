import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ControlMessage, ControlRequest } from '@haven/config';
import { reaching } from './control-socket.js';
import { isLocked } from './directory-lock.js';
import { ownerOf } from './owner.js';

/** No process has the directory open: nothing was done. */
class NobodyListens extends Error {}

/** The process that has the directory open cannot be reached. `message` is one line that says what to do. */
export class ControlProblem extends Error {
  override name = 'ControlProblem';
}

/** A process has the lock a moment before it listens, and a moment after. */
const patienceMilliseconds = 10_000;

/**
 * Asks the process that has this data directory open. Resolves when it answers, and yields its answer as it arrives. Rejects if nobody has
 * it open (see {@link nobodyListens}), and with {@link ControlProblem}. The answer throws if the process ends before it is done. Only the
 * lock tells whether the directory is open: a socket may belong to a killed process.
 */
export async function askControl(directory: string, request: ControlRequest): Promise<AsyncGenerator<ControlMessage>> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    if (!(await hasOwner(directory))) throw new NobodyListens();
    try {
      return messagesOf(await reaching(directory, (path) => send(path, request)));
    } catch (error) {
      await explain(error, directory, Date.now() > deadline);
      await sleep(100);
    }
  }
}

/** Whether the error says that no process has the directory open, so nothing was done yet. */
export const nobodyListens = (error: unknown): boolean => error instanceof NobodyListens;

async function hasOwner(directory: string): Promise<boolean> {
  try {
    return isLocked(directory);
  } catch {
    throw new ControlProblem(await notForYou(directory));
  }
}

async function send(socketPath: string, request: ControlRequest): Promise<IncomingMessage> {
  const outgoing = httpRequest({ socketPath, method: 'POST' });
  outgoing.end(JSON.stringify(request));
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return response;
}

/** Resolves when another attempt makes sense. */
async function explain(error: unknown, directory: string, late: boolean): Promise<void> {
  const { code } = error as { code?: string };
  if (code === 'EACCES' || code === 'EPERM') throw new ControlProblem(await notForYou(directory));
  if (code === 'ECONNRESET')
    throw new ControlProblem('The server stopped before the command was done. Start it and repeat the command: nothing is done twice.');
  if (late)
    throw new ControlProblem(
      `Another process has the data directory ${directory}, and it cannot be asked from here (${code}). Run the command where that one runs, in its container.`,
    );
}

async function notForYou(directory: string): Promise<string> {
  const owner = await ownerOf(directory);
  return owner === null
    ? `You may not use the data directory ${directory}. Run the command as the user that it belongs to.`
    : `The data directory ${directory} belongs to ${owner.name}. Run the command as that user: sudo -u ${owner.name} COMMAND`;
}

async function* messagesOf(response: IncomingMessage): AsyncGenerator<ControlMessage> {
  let complete = false;
  try {
    for await (const line of createInterface({ input: response })) {
      const message = JSON.parse(line) as ControlMessage;
      complete ||= 'result' in message || 'failed' in message;
      yield message;
    }
  } finally {
    response.destroy();
  }
  if (!complete) throw new Error('The process ended before the command was done. Repeat the command: nothing is done twice.');
}
