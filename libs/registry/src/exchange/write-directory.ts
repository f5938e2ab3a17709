import { lstat, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { err, ok, type Result } from '@haven/kernel';
import type { RecordSource } from './record-source.js';
import { writeCsv } from './csv/write-csv.js';
import { type JsonFormat, writeJson, writeJsonFile } from './json/write-json.js';

/** Formats of an export. */
export type ExportFormat = 'json' | 'ndjson' | 'csv';

/** The file exists, or the folder is not empty: an export never mixes with other files. */
export interface FolderNotEmpty {
  readonly kind: 'FolderNotEmpty';
  readonly path: string;
}

/** Files written, and the number of objects in each. A nested object counts in the file that contains it. */
export interface WriteSummary {
  readonly files: { readonly [file: string]: number };
}

/** Whether an export to this path is one file, by the name of the path. CSV tables always need a folder. */
export const isOneFile = (path: string, format: ExportFormat): boolean => format !== 'csv' && path.toLowerCase().endsWith(`.${format}`);

/**
 * Writes all records of the source to a new or empty folder, or to one new file (see {@link isOneFile}). `readDirectory` reads the same
 * records back.
 */
export async function writeDirectory(
  source: RecordSource,
  path: string,
  format: ExportFormat,
): Promise<Result<WriteSummary, FolderNotEmpty>> {
  if (isOneFile(path, format)) return writeFile(source, path, format as JsonFormat);
  await mkdir(path, { recursive: true });
  if ((await readdir(path)).length > 0) return err({ kind: 'FolderNotEmpty', path });
  const files = format === 'csv' ? await writeCsv(source, path) : await writeJson(source, path, format);
  return ok({ files });
}

async function writeFile(source: RecordSource, path: string, format: JsonFormat): Promise<Result<WriteSummary, FolderNotEmpty>> {
  await mkdir(dirname(path), { recursive: true });
  if (await lstat(path).catch(() => null)) return err({ kind: 'FolderNotEmpty', path });
  return ok({ files: { [basename(path)]: await writeJsonFile(source, path, format) } });
}
