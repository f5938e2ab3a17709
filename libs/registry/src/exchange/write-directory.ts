import { mkdir, readdir } from 'node:fs/promises';
import { err, ok, type Result } from '@haven/kernel';
import type { RecordSource } from './record-source.js';
import { writeCsv } from './write-csv.js';
import { writeJson } from './write-json.js';

/** Forms of an export. */
export type ExportFormat = 'json' | 'ndjson' | 'csv';

/** The folder to write to is there and not empty: an export never mixes with other files. */
export interface FolderNotEmpty {
  readonly kind: 'FolderNotEmpty';
  readonly path: string;
}

/** Files written, and objects in them by file. An object that nests in several places counts where it is written. */
export interface WriteSummary {
  readonly files: { readonly [file: string]: number };
}

/** Writes all records of the source to a new or empty folder, in a form that `readDirectory` reads back to the same records. */
export async function writeDirectory(
  source: RecordSource,
  path: string,
  format: ExportFormat,
): Promise<Result<WriteSummary, FolderNotEmpty>> {
  await mkdir(path, { recursive: true });
  if ((await readdir(path)).length > 0) return err({ kind: 'FolderNotEmpty', path });
  const files = format === 'csv' ? await writeCsv(source, path) : await writeJson(source, path, format);
  return ok({ files });
}
