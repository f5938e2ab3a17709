import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A broker that a test may kill and start again on the same port. */
export interface OwnBroker {
  readonly brokers: readonly string[];
  /** Like `kill -9`. */
  kill(): void;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('../../../../scripts/kafka-for-tests.mjs', import.meta.url));

/** Starts a broker that only this test uses. */
export async function startOwnBroker(): Promise<OwnBroker> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), failed(child)]);
  const { brokers } = JSON.parse(String(line[0])) as { brokers: string[] };
  return {
    brokers,
    kill: () => void child.stdin.write('kill 1\n'),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function failed(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error('The broker for this test did not start: run `npm run build`, then scripts/kafka-for-tests.mjs by itself.');
}
