import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A lock of the operating system on a data directory: it ends with the process, however that ends. */
export interface DirectoryLock {
  release(): void;
}

// Node has no lock for files, but SQLite takes one of the operating system: it belongs to the file itself, whatever path,
// mount or container it is reached through. Nothing in this process may open the file in another way: closing it would drop the lock.
const fileOf = (directory: string): string => join(directory, 'lock');
const busyCode = 5;
/** A command that looks whether the lock is taken holds it for an instant. */
const patienceMilliseconds = 1_000;
/** Referred to from here, since a lock that is collected as garbage is released. */
const held = new Set<DatabaseSync>();

/** Takes the lock; null when somebody else has it. Throws where no lock can be made. */
export function takeLock(directory: string): DirectoryLock | null {
  makeFile(fileOf(directory));
  const file = new DatabaseSync(fileOf(directory));
  try {
    // Memory: nothing is left that somebody had to recover. The version makes a file that cannot be written fail.
    file.exec(`PRAGMA busy_timeout = ${patienceMilliseconds}; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 1`);
  } catch (error) {
    file.close();
    if (isBusy(error)) return null;
    throw error;
  }
  held.add(file);
  return { release: () => (held.delete(file), file.close()) };
}

/** Whether a process has the lock. Leaves nothing in the directory. Throws when it cannot be looked at. */
export function isLocked(directory: string): boolean {
  if (!existsSync(fileOf(directory))) return false;
  const file = new DatabaseSync(fileOf(directory), { readOnly: true });
  try {
    file.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    file.close();
  }
}

const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === busyCode;

/** Only the first time, and then without opening it. */
function makeFile(path: string): void {
  try {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
}
