import { once } from 'node:events';
import { unlink } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { controlSocketPath, type ControlMessage, type ControlRequest } from '@haven/config';
import { StartProblem } from '../start-problem.js';
import type { RunCommand } from './commands.js';

/** The control socket: it serves the command line, and while it listens the data directory belongs to this process. */
export interface ControlServer {
  /** Commands wait until the system is up. */
  serve(run: RunCommand): void;
  close(): Promise<void>;
}

/** Takes the data directory. Rejects with {@link StartProblem} when another process has it. */
export async function openControlServer(dataDirectory: string): Promise<ControlServer> {
  const path = await controlSocketPath(dataDirectory);
  let ready: (run: RunCommand) => void;
  const running = new Promise<RunCommand>((resolve) => (ready = resolve));
  const server = createServer((request, response) => void running.then((run) => answer(run, request, response)));
  await listen(server, path, dataDirectory);
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { serve: (run) => ready(run), close };
}

async function listen(server: Server, path: string, dataDirectory: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const problem = await tryListen(server, path);
    if (!problem) return;
    if (problem.code !== 'EADDRINUSE') throw problem;
    if (await answers(path)) break;
    // Nobody listens: the process that made the socket was killed.
    await unlink(path).catch(() => undefined);
  }
  throw new StartProblem(`The data directory ${dataDirectory} is in use by another Haven. Stop that one, or give another: HAVEN_DATA=DIR`);
}

/** Null when it listens. */
function tryListen(server: Server, path: string): Promise<(Error & { code?: string }) | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(path, () => (server.off('error', resolve), resolve(null)));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

async function answer(run: RunCommand, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const tell = async (message: ControlMessage) => {
    if (!response.write(`${JSON.stringify(message)}\n`) && !response.destroyed)
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
  };
  try {
    await run(JSON.parse(Buffer.concat(chunks).toString()) as ControlRequest, tell);
  } catch (error) {
    await tell({ failed: error instanceof Error ? error.message : String(error) });
  }
  response.end();
}
