import { json } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { isObjectName, type JsonValue, type ObjectName } from '../../hsds/record.js';
import { isRecord } from '../../reading/json-record.js';
import { isSourceName } from '../../sources/source-name.js';
import { folderOf } from './data-package.js';
import { isInputFile, type InputFile } from './input-file.js';
import { inputFiles } from './input-files.js';
import type { ReadLimits } from './limits.js';

/** In an export of several sources: which folder has which. */
export const sourcesFile = 'haven-sources.json';
/** In the folder of a source: the public ids that are not its publisher's own. */
export const idsFile = 'haven-ids.ndjson';

/** Whether the file tells of an export of ours, and holds no objects. */
export const isOfExport = (path: string): boolean => [sourcesFile, idsFile].includes(path.slice(folderOf(path).length));

/** A public id that stands for one of a publisher. */
export interface ExportedId {
  readonly object: ObjectName;
  readonly publisherId: string;
  readonly id: string;
}

/** One directory of what is read together. */
export interface Part {
  /** Its folder below what is read, with the last `/`; empty: all. */
  readonly folder: string;
  /** The source that our export says. */
  readonly source: string | null;
  ids(): AsyncIterable<ExportedId>;
}

const largest = 1_000_000;

/** The directories of an export of several sources; anything else is one. */
export async function partsOf(path: string, limits: ReadLimits): Promise<readonly Part[]> {
  const files = new Map<string, InputFile>();
  for await (const found of inputFiles(path, limits)) if (isInputFile(found) && isOfExport(found.path)) files.set(found.path, found);
  const index = [...files.values()].find((file) => file.path.endsWith(sourcesFile) && file.bytes <= largest);
  const listed = index ? foldersIn(await parsed(index)) : [];
  if (!index || listed.length === 0) return [{ folder: '', source: null, ids: noIds }];
  return listed.map(({ source, folder }) => {
    const below = `${folderOf(index.path)}${folder}/`;
    const file = files.get(`${below}${idsFile}`);
    return { folder: below, source, ids: () => (file ? idsIn(file) : noIds()) };
  });
}

async function parsed(file: InputFile): Promise<unknown> {
  return json(await file.open()).catch(() => null);
}

function foldersIn(value: unknown): readonly { readonly source: string; readonly folder: string }[] {
  const list = Array.isArray(value) ? (value as JsonValue[]) : [];
  return list.flatMap((one) => {
    const { source, folder } = isRecord(one) ? one : {};
    return typeof source === 'string' && typeof folder === 'string' && isSourceName(folder) ? [{ source, folder }] : [];
  });
}

async function* noIds(): AsyncGenerator<ExportedId> {}

async function* idsIn(file: InputFile): AsyncGenerator<ExportedId> {
  for await (const line of createInterface({ input: await file.open(), crlfDelay: Infinity })) {
    const { object, publisherId, id } = read(line);
    if (isObjectName(object) && typeof publisherId === 'string' && typeof id === 'string') yield { object, publisherId, id };
  }
}

function read(line: string): { readonly [name: string]: unknown } {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
