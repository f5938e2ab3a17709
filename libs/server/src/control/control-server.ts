import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { makeDirectory, type ControlMessage, type ControlRequest } from '@haven/config';
import { StartProblem } from '../start-problem.js';
import type { RunCommand } from './commands.js';
import { listenIn } from './control-socket.js';
import { takeLock, type DirectoryLock } from './directory-lock.js';

/** The data directory belongs to this process while it is open. The command line is served on the directory's socket. */
export interface ControlServer {
  /** Commands wait until the system is up. */
  serve(run: RunCommand): void;
  /** Resolves when nobody waits for a command any more. From then on none begins. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Takes the data directory, and makes it if needed. Rejects with {@link StartProblem} if another process has it open. */
export async function openControlServer(dataDirectory: string): Promise<ControlServer> {
  await makeDirectory(dataDirectory);
  const lock = lockOf(dataDirectory);
  let ready: (run: RunCommand) => void;
  const running = new Promise<RunCommand>((resolve) => (ready = resolve));
  const waiting = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    waiting.add(response);
    response.once('close', () => waiting.delete(response));
    void running.then((run) => answer(run, request, response));
  });
  const remove = await listenIn(dataDirectory, server).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  const finish = async () => {
    for (let response = first(waiting); response; response = first(waiting)) await once(response, 'close');
    server.close();
  };
  const close = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
    await remove();
    lock.release();
  };
  return { serve: (run) => ready(run), finish, close };
}

const first = <T>(values: ReadonlySet<T>): T | undefined => values.values().next().value;

function lockOf(directory: string): DirectoryLock {
  let lock: DirectoryLock | null;
  try {
    lock = takeLock(directory);
  } catch (error) {
    throw new StartProblem(
      `The data directory ${directory} cannot be locked (${(error as Error).message}). Give one of your own on a local disk: HAVEN_DATA=DIR`,
    );
  }
  if (lock) return lock;
  throw new StartProblem(`The data directory ${directory} is in use by another Haven. Stop that one, or give another: HAVEN_DATA=DIR`);
}

async function answer(run: RunCommand, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const tell = async (message: ControlMessage) => {
    if (!response.write(`${JSON.stringify(message)}\n`) && !response.destroyed)
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
  };
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await run(JSON.parse(Buffer.concat(chunks).toString()) as ControlRequest, tell);
  } catch (error) {
    await tell({ failed: error instanceof Error ? error.message : String(error) });
  }
  response.end();
}
