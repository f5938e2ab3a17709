import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** An operating system lock on a data directory. It ends with the process, however that ends. */
export interface DirectoryLock {
  release(): void;
}

// Node has no file locks, but SQLite takes one from the operating system. It belongs to the file itself, through any path, mount or
// container. Nothing else in this process may open the file: closing it would drop the lock.
const fileOf = (directory: string): string => join(directory, 'lock');
const busyCode = 5;
/** A command that checks whether the lock is taken has it for a moment. */
const patienceMilliseconds = 1_000;
/** Referenced here, because a garbage-collected lock is released. */
const held = new Set<DatabaseSync>();

/** Takes the lock; null if another process has it. Throws if no lock can be made. */
export function takeLock(directory: string): DirectoryLock | null {
  makeFile(fileOf(directory));
  const file = new DatabaseSync(fileOf(directory));
  try {
    // In memory, so nothing needs recovery. Setting the version makes a read-only file fail.
    file.exec(`PRAGMA busy_timeout = ${patienceMilliseconds}; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 1`);
  } catch (error) {
    file.close();
    if (isBusy(error)) return null;
    throw error;
  }
  held.add(file);
  return { release: () => (held.delete(file), file.close()) };
}

/** Whether a process has the lock. Leaves no file in the directory. Throws if it cannot check. */
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
