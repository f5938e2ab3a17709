import { json } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { isObjectName, type JsonValue, type ObjectName } from '../../hsds/record.js';
import type { CarriedPair, NamedService } from '../../sources/carried-pair.js';
import { isRecord, type JsonRecord } from '../../reading/json-record.js';
import { isSourceName } from '../../sources/source-name.js';
import { folderOf } from './data-package.js';
import { isInputFile, type InputFile } from './input-file.js';
import { inputFiles } from './input-files.js';
import type { ReadLimits } from './limits.js';

/** In an export of several sources: lists the folder of each source. */
export const sourcesFile = 'haven-sources.json';
/** In the folder of a source: the public ids that differ from the publisher's. */
export const idsFile = 'haven-ids.ndjson';

/** In an export of several sources: decisions on pairs of their services. */
export const pairsFile = 'haven-pairs.ndjson';

/** Whether the file describes a Haven export and contains no objects. */
export const isOfExport = (path: string): boolean => [sourcesFile, idsFile, pairsFile].includes(path.slice(folderOf(path).length));

/** A public id that replaces a publisher's id. */
export interface ExportedId {
  readonly object: ObjectName;
  readonly publisherId: string;
  readonly id: string;
}

/** One of several directories that are read together. */
export interface Part {
  /** Its folder below the given path, with the last `/`; empty: everything. */
  readonly folder: string;
  /** The source, if our export names it. */
  readonly source: string | null;
  ids(): AsyncIterable<ExportedId>;
}

/** Directories that are read together, and the decisions on pairs between them. */
export interface Parts {
  readonly parts: readonly Part[];
  pairs(): AsyncIterable<CarriedPair>;
}

const largest = 1_000_000;

/** The directories of an export of several sources; any other path is one directory. */
export async function partsOf(path: string, limits: ReadLimits): Promise<Parts> {
  const files = new Map<string, InputFile>();
  for await (const found of inputFiles(path, limits)) if (isInputFile(found) && isOfExport(found.path)) files.set(found.path, found);
  const index = [...files.values()].find((file) => file.path.endsWith(sourcesFile) && file.bytes <= largest);
  const listed = index ? foldersIn(await parsed(index)) : [];
  if (!index || listed.length === 0) return { parts: [{ folder: '', source: null, ids: nothing }], pairs: nothing };
  const above = folderOf(index.path);
  const linesIn = <T>(file: string, line: (line: JsonRecord) => T | null) => linesOf(files.get(`${above}${file}`), line);
  const parts = listed.map(({ source, folder }): Part => {
    return { folder: `${above}${folder}/`, source, ids: () => linesIn(`${folder}/${idsFile}`, idIn) };
  });
  return { parts, pairs: () => linesIn(pairsFile, pairIn) };
}

async function* nothing(): AsyncGenerator<never> {}

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

/** Reads a file line by line; lines that cannot be read are skipped. */
async function* linesOf<T>(file: InputFile | undefined, parse: (line: JsonRecord) => T | null): AsyncGenerator<T> {
  if (!file) return;
  for await (const line of createInterface({ input: await file.open(), crlfDelay: Infinity })) {
    const one = parse(read(line));
    if (one !== null) yield one;
  }
}

const idIn = ({ object, publisherId, id }: JsonRecord): ExportedId | null =>
  isObjectName(object) && typeof publisherId === 'string' && typeof id === 'string' ? { object, publisherId, id } : null;

function pairIn({ state, services }: JsonRecord): CarriedPair | null {
  const [first, second] = (Array.isArray(services) ? (services as JsonValue[]) : []).map(serviceIn);
  return (state === 'APART' || state === 'MERGED') && first && second ? { state, services: [first, second] } : null;
}

function serviceIn(value: unknown): NamedService | null {
  const { source, id } = isRecord(value) ? value : {};
  return typeof source === 'string' && typeof id === 'string' ? { source, id } : null;
}

function read(line: string): JsonRecord {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
