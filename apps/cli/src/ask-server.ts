import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { controlSocketPath, makeDirectory, type ControlMessage, type ControlRequest, type Settings } from '@haven/config';
import { CommandProblem } from './parse-command.js';

const standalone = fileURLToPath(new URL('../../standalone/dist/main.js', import.meta.url));
/** What Node says of its own parts and of libraries is not for the person at the terminal. */
const quiet = ['--disable-warning=ExperimentalWarning', '--disable-warning=DeprecationWarning'];
const startMilliseconds = 120_000;

/** Asks the process that has the data directory open; when there is none, starts one for the length of the command. */
export async function* askServer(settings: Settings, request: ControlRequest): AsyncGenerator<ControlMessage> {
  await makeDirectory(settings.dataDirectory).catch(() => undefined);
  const path = await controlSocketPath(settings.dataDirectory);
  const running = await send(path, request);
  if (running) return yield* linesOf(running);
  const helper = spawn(process.execPath, [...quiet, standalone, '--headless'], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    yield* linesOf(await sendWhenUp(helper, path, request));
  } finally {
    await stop(helper);
  }
}

/** Null when nobody listens. */
async function send(path: string, request: ControlRequest): Promise<IncomingMessage | null> {
  const outgoing = httpRequest({ socketPath: path, method: 'POST' });
  outgoing.end(JSON.stringify(request));
  try {
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    return response;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return null;
    throw error;
  }
}

async function sendWhenUp(helper: ChildProcess, path: string, request: ControlRequest): Promise<IncomingMessage> {
  const deadline = Date.now() + startMilliseconds;
  while (helper.exitCode === null && Date.now() < deadline) {
    const response = await send(path, request);
    if (response) return response;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new CommandProblem('The data directory could not be opened; the line above says why.');
}

async function* linesOf(response: IncomingMessage): AsyncGenerator<ControlMessage> {
  const cut = 'The server stopped before the command was done. Start it and repeat the command: nothing is done twice.';
  let complete = false;
  try {
    for await (const line of createInterface({ input: response })) {
      const message = JSON.parse(line) as ControlMessage;
      complete ||= 'result' in message || 'failed' in message;
      yield message;
    }
  } catch (error) {
    if (error instanceof CommandProblem) throw error;
    throw new CommandProblem(cut);
  }
  if (!complete) throw new CommandProblem(cut);
}

async function stop(helper: ChildProcess): Promise<void> {
  if (helper.exitCode !== null) return;
  helper.kill('SIGTERM');
  await once(helper, 'exit');
}
