import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { controlSocketPath, type ControlMessage, type ControlRequest } from '@haven/config';

/**
 * Asks the process that has this data directory; resolves when it listens, and yields its answer as it comes. Rejects when
 * nobody does (see {@link nobodyListens}); the answer throws when the process goes away before it is done.
 */
export async function askControl(directory: string, request: ControlRequest): Promise<AsyncGenerator<ControlMessage>> {
  const outgoing = httpRequest({ socketPath: await controlSocketPath(directory), method: 'POST' });
  outgoing.end(JSON.stringify(request));
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return messagesOf(response);
}

async function* messagesOf(response: IncomingMessage): AsyncGenerator<ControlMessage> {
  let complete = false;
  for await (const line of createInterface({ input: response })) {
    const message = JSON.parse(line) as ControlMessage;
    complete ||= 'result' in message || 'failed' in message;
    yield message;
  }
  if (!complete) throw new Error('The process ended before the command was done. Repeat the command: nothing is done twice.');
}

/** Whether the error says that no process has the directory: nothing was done yet. */
export function nobodyListens(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ENOENT' || code === 'ECONNREFUSED';
}
