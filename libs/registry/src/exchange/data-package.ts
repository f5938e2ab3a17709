import { text } from 'node:stream/consumers';
import { isInputFile, type InputFile } from './input-file.js';
import { inputFiles } from './input-files.js';
import type { ReadLimits } from './limits.js';

/** Our mark in datapackage.json: texts that look like formulas were neutralised, and cells may hold JSON. */
export const ourMark = 'x-haven-neutralised';

const largest = 1_000_000;
const fileName = 'datapackage.json';

/** Folder of a file, with the last `/`. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Whether the file describes tables and holds none. */
export const isDataPackage = (path: string): boolean => path.slice(folderOf(path).length) === fileName;

/** Folders whose tables we wrote: their datapackage.json has our mark. */
export async function ourFolders(path: string, limits: ReadLimits): Promise<ReadonlySet<string>> {
  const folders = new Set<string>();
  for await (const found of inputFiles(path, limits)) {
    if (isInputFile(found) && isDataPackage(found.path) && (await hasMark(found))) folders.add(folderOf(found.path));
  }
  return folders;
}

async function hasMark(file: InputFile): Promise<boolean> {
  if (file.bytes > largest) return false;
  try {
    const parsed: unknown = JSON.parse(await text(await file.open()));
    return typeof parsed === 'object' && parsed !== null && (parsed as Record<string, unknown>)[ourMark] === true;
  } catch {
    return false; // a broken description of tables says nothing about them
  }
}
