import { access, chmod, constants, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeDirectory } from '@haven/config';
import { failIfForeign, StartProblem } from '@haven/server/process';

/** The paths of the parts of the data. */
export interface DataDirectory {
  readonly path: string;
  readonly database: string;
  readonly keys: string;
  /** Nothing was ever stored here. */
  readonly isNew: boolean;
}

/** Grows when an older version could not read what this one writes. */
const formatVersion = 1;

/** Makes the data directory; answers its path. Lock it before you open anything in it. Rejects with {@link StartProblem}. */
export async function makeDataDirectory(given: string): Promise<string> {
  const path = resolve(given);
  await makeDirectory(path).catch(() => undefined);
  await failIfForeign(path);
  await makeWritable(path);
  return path;
}

/** Checks the content of a data directory that this process has locked. Rejects with {@link StartProblem}. */
export async function openDataDirectory(path: string): Promise<DataDirectory> {
  const isNew = await checkFormat(join(path, 'format.json'), path);
  return { path, database: join(path, 'database'), keys: join(path, 'keys'), isNew };
}

async function makeWritable(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    await chmod(path, 0o700);
  } catch {
    throw new StartProblem(`The data directory ${path} is not writable. Give another: HAVEN_DATA=DIR npm start`);
  }
}

/** Answers whether the directory is new. */
async function checkFormat(file: string, path: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    await writeFile(file, `${JSON.stringify({ format: formatVersion })}\n`, { mode: 0o600 });
    return true;
  }
  const format = formatOf(text);
  if (format === null) throw new StartProblem(`${file} is damaged. Restore it from a backup, or give another directory: HAVEN_DATA=DIR`);
  if (format > formatVersion) {
    throw new StartProblem(
      `The data directory ${path} was written by a newer version of Haven. Install that version, or give another directory.`,
    );
  }
  return false;
}

function formatOf(text: string): number | null {
  try {
    const { format } = JSON.parse(text) as { format: unknown };
    return Number.isInteger(format) ? (format as number) : null;
  } catch {
    return null;
  }
}
