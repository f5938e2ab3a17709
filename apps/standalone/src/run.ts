import { readSettings } from '@haven/config';
import { startSystem, type RunningSystem } from './start-system.js';
import { explainFailure } from './explain-failure.js';

/** Starts everything, stops on Ctrl-C or SIGTERM with exit code 0; a failed start is one clear line and exit code 1. */
export async function run(): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  try {
    const settings = readSettings(process.env);
    const system = await startSystem(settings, { headless: process.argv.includes('--headless'), say });
    await untilAborted(stopping.signal);
    await stop(system);
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exit(1);
  }
}

/** Progress goes to stderr, so that a pipe gets results only. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
}

async function stop(system: RunningSystem): Promise<never> {
  say('Stopping …');
  await system.stop();
  process.exit(0);
}
