import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { controlSocketPath, type ControlMessage, type ControlRequest } from '@haven/config';

/** Asks the process that has this data directory; yields its answer as it comes. Rejects when it is not there or goes away. */
export async function* askProcess(directory: string, request: ControlRequest): AsyncGenerator<ControlMessage> {
  const outgoing = httpRequest({ socketPath: await controlSocketPath(directory), method: 'POST' });
  outgoing.end(JSON.stringify(request));
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  let complete = false;
  for await (const line of createInterface({ input: response })) {
    const message = JSON.parse(line) as ControlMessage;
    complete ||= 'result' in message || 'failed' in message;
    yield message;
  }
  if (!complete) throw new Error('The process ended before the command was done. Repeat the command: nothing is done twice.');
}
