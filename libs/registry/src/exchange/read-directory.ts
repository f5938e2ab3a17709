import { basename } from 'node:path';
import { Ordinals } from '../hsds/missing-id.js';
import type { HsdsRecord } from '../hsds/record.js';
import { isNameless, validate } from '../import/validate.js';
import { folderOf, isDataPackage, ourFolders } from './files/data-package.js';
import { sampleOf, type SampledObject } from './directory-sample.js';
import { isOfExport } from './files/export-parts.js';
import { isInputFile, type InputFile } from './files/input-file.js';
import { inputFiles } from './files/input-files.js';
import { defaultLimits, type ReadLimits } from './files/limits.js';
import { refused, remark } from './problem.js';
import { readCsv } from './csv/read-csv.js';
import type { ReadContext } from './read-context.js';
import type { RawItem, RawRecords, ReadItem } from './read-item.js';
import { readJson } from './json/read-json.js';
import { visibilityTagsOf } from './tags-of-rejected.js';
import { SeenRecords } from './seen-records.js';

/**
 * Reads a directory of services: a file, a folder or a zip with HSDS 3.1 JSON, tabular CSV, HSDS 2.x CSV, a sheet or GeoJSON. It holds only
 * the names of what was read, so memory stays flat. References may point forward. `folder`: only files below it.
 */
export async function* readDirectory(path: string, limits: ReadLimits = defaultLimits, folder = ''): AsyncGenerator<ReadItem> {
  const items = await itemsBelow(path, limits, folder);
  const seen = new SeenRecords();
  for await (const item of items()) {
    if (item.kind === 'raw') yield* checked(item, seen);
    else yield item;
  }
}

/** Some objects of a directory, by which we can recognize it. */
export async function sampleDirectory(path: string, limits: ReadLimits = defaultLimits, folder = ''): Promise<readonly SampledObject[]> {
  const items = await itemsBelow(path, limits, folder);
  return sampleOf((only) => items(only && { only }));
}

type Wanted = Pick<ReadContext, 'only'>;
type Items = (wanted?: Wanted) => AsyncGenerator<RawItem>;

/** All files below a folder, read again each time. */
async function itemsBelow(path: string, limits: ReadLimits, folder: string): Promise<Items> {
  const ours = await ourFolders(path, limits);
  return (wanted) => rawItems(path, limits, { ours, folder }, wanted);
}

async function* rawItems(
  path: string,
  limits: ReadLimits,
  { ours: ourPaths, folder }: { readonly ours: ReadonlySet<string>; readonly folder: string },
  wanted?: Wanted,
): AsyncGenerator<RawItem> {
  const ordinals = new Ordinals();
  let isEmpty = true;
  for await (const found of inputFiles(path, limits)) {
    isEmpty = false;
    if (!isInputFile(found)) yield found;
    else if (found.path.startsWith(folder) && !isDataPackage(found.path) && !isOfExport(found.path))
      yield* readFile(found, { limits, ordinals, ours: ourPaths.has(folderOf(found.path)), ...wanted });
  }
  if (isEmpty) yield remark('NO_FILES', 'skipped', { file: basename(path) });
}

async function* readFile(file: InputFile, context: ReadContext): AsyncGenerator<RawItem> {
  const read = readerOf(file.path);
  if (!read) {
    yield remark('UNKNOWN_FILE', 'skipped', { file: file.path });
    return;
  }
  try {
    yield* read(file, context);
  } catch (error) {
    const code = (error as Error).message === 'ZIP_BOMB' ? 'ZIP_BOMB' : file.path.includes('.zip!/') ? 'ZIP_BROKEN' : 'FILE_UNREADABLE';
    yield remark(code, 'skipped', { file: file.path });
  }
}

function readerOf(path: string): typeof readCsv | null {
  if (/\.(csv|tsv|txt)$/i.test(path)) return readCsv;
  return /\.(json|geojson|ndjson|jsonl|jsonlines)$/i.test(path) ? readJson : null;
}

function* checked({ flat, file, row }: RawRecords, seen: SeenRecords): Generator<ReadItem> {
  for (const { action, code, object, id, field } of flat.problems) {
    const place = { file, row, object, id, field };
    yield action === 'skipped' ? refused(code, place) : remark(code, action, place);
  }
  for (const { record, reads } of flat.records) yield* checkedRecord(record, reads, { file, row }, seen);
}

function* checkedRecord(given: HsdsRecord, reads: number, place: { file: string; row: number }, seen: SeenRecords): Generator<ReadItem> {
  const at = { ...place, object: given.object, id: given.id };
  if (isNameless(given)) {
    yield refused('NAME_UNKNOWN', { ...at, field: 'name' }, reads);
    return;
  }
  const { record, problems } = validate(given);
  const known = seen.note(record);
  if (known === 'other') {
    yield refused('DUPLICATE_ID', { ...at, field: 'id' }, reads);
    for (const tag of visibilityTagsOf(record)) yield { kind: 'record', record: tag, reads: 0, ...place };
    return;
  }
  if (known === 'new') for (const { code, action, field } of problems) yield remark(code, action, { ...at, field });
  yield { kind: 'record', record, reads, ...place };
}
