import { setTimeout as sleep } from 'node:timers/promises';
import type { ControlMessage, ControlRequest } from '@haven/config';

/** Asks the process that has a directory. */
export type Ask = (directory: string, request: ControlRequest) => AsyncIterable<ControlMessage>;

const againMilliseconds = 500;
const limitMilliseconds = 10 * 60_000;

/**
 * Resolves when every event so far has taken effect. It asks each process in the direction of events, so that the next one waits for what
 * one has published. A process that cannot answer now is asked again.
 */
export async function settleAll(directories: readonly string[], ask: Ask, pauseMilliseconds = againMilliseconds): Promise<void> {
  const deadline = Date.now() + limitMilliseconds;
  for (const directory of directories) {
    while (!(await isSettled(directory, ask))) {
      if (Date.now() > deadline) throw new Error('The command is done, but its events have not all taken effect yet. They will.');
      await sleep(pauseMilliseconds);
    }
  }
}

async function isSettled(directory: string, ask: Ask): Promise<boolean> {
  try {
    for await (const message of ask(directory, { command: 'settle' })) if ('result' in message) return true;
    return false;
  } catch {
    return false;
  }
}
