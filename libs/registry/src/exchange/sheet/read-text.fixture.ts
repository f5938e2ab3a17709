import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexRecords, nest } from '../../hsds/nest.js';
import { readDirectory } from '../read-directory.js';
import type { ReadItem } from '../read-item.js';

/** The services in a file with this text, nested, and the lines of its report except those on requirements of HSDS. */
export async function readText(text: string, name = 'Our list 2026.csv') {
  const folder = await mkdtemp(join(tmpdir(), 'haven-sheet-'));
  await writeFile(join(folder, name), text);
  const items: ReadItem[] = [];
  for await (const item of readDirectory(join(folder, name))) items.push(item);
  await rm(folder, { recursive: true });
  const records = items.flatMap((item) => (item.kind === 'record' ? [item.record] : []));
  const index = indexRecords(records);
  const lines = items.flatMap((item) => (item.kind === 'problem' ? [`${item.line.code} ${item.line.field ?? ''}`.trim()] : []));
  return {
    services: records.filter(({ object }) => object === 'service').map((record) => nest(record, index)),
    lines: lines.filter((line) => !line.startsWith('REQUIRED_MISSING')),
  };
}
