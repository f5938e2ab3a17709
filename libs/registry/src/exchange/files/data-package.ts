import { text } from 'node:stream/consumers';
import { isJsonObject } from '../../hsds/flatten.js';
import type { JsonObject, JsonValue } from '../../hsds/record.js';
import { isInputFile, type InputFile } from './input-file.js';
import { inputFiles } from './input-files.js';
import type { ReadLimits } from './limits.js';

/** Haven's key in datapackage.json: texts that look like formulas were neutralised, and cells may contain JSON. */
export const havenKey = 'x-haven-neutralised';

/** In a Haven file: the source of the tables. */
export const sourceKey = 'x-haven-source';

const largest = 1_000_000;
const fileName = 'datapackage.json';

/** Folder of a file, with the last `/`. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Whether the file describes tables and contains none. */
export const isDataPackage = (path: string): boolean => path.slice(folderOf(path).length) === fileName;

/** Descriptions of a directory's tables, by folder. */
export async function dataPackages(path: string, limits: ReadLimits): Promise<ReadonlyMap<string, JsonObject>> {
  const packages = new Map<string, JsonObject>();
  for await (const found of inputFiles(path, limits)) {
    const read = isInputFile(found) && isDataPackage(found.path) ? await readPackage(found) : null;
    if (read !== null) packages.set(folderOf((found as InputFile).path), read);
  }
  return packages;
}

/** Folders whose tables Haven wrote, according to their datapackage.json. */
export async function ourFolders(path: string, limits: ReadLimits): Promise<ReadonlySet<string>> {
  return new Set([...(await dataPackages(path, limits))].filter(([, read]) => isOurs(read)).map(([folder]) => folder));
}

/** Whether Haven wrote the tables that it describes. */
export const isOurs = (read: JsonObject): boolean => read[havenKey] === true;

async function readPackage(file: InputFile): Promise<JsonObject | null> {
  if (file.bytes > largest) return null;
  try {
    const parsed = JSON.parse(await text(await file.open())) as JsonValue;
    return isJsonObject(parsed) ? parsed : null;
  } catch {
    return null; // a broken description of tables says nothing about them
  }
}
