import { readFile } from 'node:fs/promises';
import { turnTaker } from '@haven/kernel';
import { pieces } from './pieces.js';

/** Bytes read at once: about a millisecond of work. */
const pieceBytes = 100_000;
const between = '},{';

/** Reads a file with one JSON list of flat objects without line breaks, piece by piece, so that other work gets turns. */
export async function readRecords<T>(file: string): Promise<T[]> {
  const bytes = await readFile(file);
  const turn = turnTaker(pieces);
  const records: T[] = [];
  const end = bytes.lastIndexOf(']');
  for (let from = bytes.indexOf('[') + 1; from < end;) {
    const cut = bytes.indexOf(between, from + pieceBytes);
    const to = cut === -1 ? end : cut + 1;
    // A piece may contain more records than a call takes arguments.
    for (const record of JSON.parse(`[${bytes.toString('utf8', from, to)}]`) as T[]) records.push(record);
    from = to + 1;
    const others = turn();
    if (others) await others;
  }
  return records;
}
