import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { HistoryLine, Instant } from './history.js';

/** A history that is being written. */
export interface HistoryFile {
  readonly path: string;
  now(): Instant;
  add(line: HistoryLine): void;
  /** Ends the file. */
  close(): Promise<void>;
}

/** Begins a file, replacing an earlier one. */
export async function writeHistory(path: string): Promise<HistoryFile> {
  await mkdir(dirname(path), { recursive: true });
  const file = createWriteStream(path);
  const began = performance.now();
  return {
    path,
    now: () => Math.round((performance.now() - began) * 1_000),
    add: (line) => void file.write(`${JSON.stringify(line)}\n`),
    close: async () => {
      file.end();
      await once(file, 'finish');
    },
  };
}

/** Reads a file line by line: the file of a long run is too large for memory. */
export async function* readHistory(path: string): AsyncGenerator<HistoryLine, undefined> {
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) yield JSON.parse(text) as HistoryLine;
  return undefined;
}
