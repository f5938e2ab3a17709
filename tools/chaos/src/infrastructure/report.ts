import { appendFile, mkdir } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRepository } from '@haven/test/harness/repository';

const everyMilliseconds = 10_000;

/** One line at the terminal. */
export const progress = (line: string): void => void process.stderr.write(`[chaos ${clock()}] ${line}\n`);

const began = performance.now();
const clock = () => {
  const seconds = Math.round((performance.now() - began) / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** The load of the machine over the last minute, with its number of processors. */
export const load = (): string => `${loadavg()[0]!.toFixed(1)} on ${cpus().length}`;

/** Prints `line` every ten seconds until it is stopped. */
export function tellProgress(line: () => Promise<string>): () => Promise<void> {
  const stopping = new AbortController();
  const telling = (async () => {
    while (!stopping.signal.aborted) {
      progress(`${await line().catch(() => 'the database is away')}, load ${load()}`);
      await sleep(everyMilliseconds, null, { signal: stopping.signal }).catch(() => null);
    }
  })();
  return () => (stopping.abort(), telling);
}

/** Adds a line to `tools/chaos/results/chaos.jsonl`, and shows it. */
export async function report(scenario: string, figures: object): Promise<void> {
  const line = JSON.stringify({ at: new Date().toISOString(), scenario, ...figures, load: loadavg()[0], processors: cpus().length });
  await mkdir(inRepository('tools/chaos/results'), { recursive: true });
  await appendFile(inRepository('tools/chaos/results/chaos.jsonl'), `${line}\n`);
  progress(line);
}
