import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '@haven/kernel';
import type { CarriedPair } from '../sources/carried-pair.js';
import { isSourceName } from '../sources/source-name.js';
import { type ExportedId, idsFile, pairsFile, sourcesFile } from './files/export-parts.js';
import { FileSink } from './files/file-sink.js';
import type { RecordSource } from './record-source.js';
import { type ExportFormat, type FolderNotEmpty, writeDirectory, type WriteSummary } from './write-directory.js';

/** A source to write, with the public ids that are not its publisher's own. */
export interface NamedSource extends RecordSource {
  readonly name: string;
  ids(): AsyncIterable<ExportedId>;
}

/** The parts of an export of several sources. */
export interface WrittenTogether {
  readonly sources: readonly NamedSource[];
  /** Decisions on pairs of their services. */
  readonly pairs: AsyncIterable<CarriedPair>;
}

/** Writes each source to its own folder, and files about the sources as a whole; directories never mix. */
export async function writeSources(
  { sources, pairs }: WrittenTogether,
  path: string,
  format: ExportFormat,
): Promise<Result<WriteSummary, FolderNotEmpty>> {
  await mkdir(path, { recursive: true });
  if ((await readdir(path)).length > 0) return err({ kind: 'FolderNotEmpty', path });
  const files: { [file: string]: number } = {};
  const index: { source: string; folder: string }[] = [];
  for (const [at, source] of sources.entries()) {
    const folder = folderFor(source.name, at, index);
    const written = await writeDirectory(source, join(path, folder), format);
    if (!written.ok) return written;
    for (const [file, count] of Object.entries(written.value.files)) files[`${folder}/${file}`] = count;
    await writeLines(path, `${folder}/${idsFile}`, ownIds(source));
    index.push({ source: source.name, folder });
  }
  await writeLines(path, pairsFile, pairs);
  await writeFile(join(path, sourcesFile), `${JSON.stringify(index, null, 2)}\n`, { flag: 'wx' });
  return ok({ files });
}

/** Some file systems ignore the case of letters. */
function folderFor(source: string, at: number, taken: readonly { readonly folder: string }[]): string {
  const isTaken = taken.some(({ folder }) => folder.toLowerCase() === source.toLowerCase());
  return isSourceName(source) && !isTaken ? source : `source-${at + 1}`;
}

async function* ownIds(source: NamedSource): AsyncGenerator<ExportedId> {
  for await (const { object, publisherId, id } of source.ids()) if (id !== publisherId) yield { object, publisherId, id };
}

/** If there are no values, no file is written. */
async function writeLines(path: string, file: string, values: AsyncIterable<object>): Promise<void> {
  let sink: FileSink | null = null;
  for await (const value of values) {
    sink ??= new FileSink(join(path, file));
    await sink.write(`${JSON.stringify(value)}\n`);
  }
  await sink?.close();
}
