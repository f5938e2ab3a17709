import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.js';

/** A user of this machine. */
export interface Owner {
  readonly uid: number;
  /** For `sudo -u`. */
  readonly name: string;
}

/** The owner of the file; null if it does not exist or cannot be read. */
export async function ownerOf(path: string): Promise<Owner | null> {
  const status = await stat(path).catch(() => null);
  return status && { uid: status.uid, name: await nameOf(status.uid) };
}

async function nameOf(uid: number): Promise<string> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const line = users.split('\n').find((user) => user.split(':')[2] === String(uid));
  return line ? line.split(':')[0]! : `'#${uid}'`;
}

/** Haven's own files in a data directory. A disk's `lost+found` may belong to root. */
const parts = ['format.json', 'demo.json', 'lock', 'keys', 'database'];

/**
 * Rejects with {@link StartProblem} if the data directory or a part of it belongs to another user: files of this process would keep that
 * user's Haven from starting. A directory that does not exist belongs to nobody.
 */
export async function failIfForeign(directory: string): Promise<void> {
  const own = process.getuid?.();
  const owner = await ownerOf(directory);
  if (own === undefined || owner === null) return;
  if (owner.uid !== own)
    throw new StartProblem(
      `The data directory ${directory} belongs to ${owner.name}. Run this as that user (sudo -u ${owner.name} COMMAND), or give another: HAVEN_DATA=DIR`,
    );
  const database = await readdir(join(directory, 'database')).catch(() => []);
  for (const name of [...parts, ...database.map((file) => join('database', file))]) {
    const path = join(directory, name);
    const other = await ownerOf(path);
    if (other && other.uid !== own)
      throw new StartProblem(`${path} belongs to ${other.name}, not to you. Make all of it yours: sudo chown -R $(id -un) ${directory}`);
  }
}
