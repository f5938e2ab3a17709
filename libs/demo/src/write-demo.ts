import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { shiftInstants } from './shift-instants.js';

const demoFile = fileURLToPath(new URL('../data/services.ndjson', import.meta.url));

/** Writes the demo directory (HSDS 3.1, one service on each line) to a file, with its instants moved to the intended age at `now`. */
export function writeDemo(file: string, now: Date): Promise<void> {
  return pipeline(Readable.from(shiftedLines(now)), createWriteStream(file, { mode: 0o600 }));
}

async function* shiftedLines(now: Date): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(demoFile) })) if (line !== '') yield `${shiftInstants(line, now)}\n`;
}
