import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SettingsError } from './read-variables.js';

/** The longest path of a unix socket in bytes: 107 on Linux, 103 on macOS. */
export const socketPathMaximum = 103;
const longestName = '/.s.PGSQL.5432';

/** Makes a folder that is private to the user, with a path short enough for a socket in it, whatever TMPDIR is. */
export async function makeShortFolder(temporary = tmpdir()): Promise<string> {
  const places = [...new Set([resolve(temporary), '/tmp', '/var/tmp', '/dev/shm'])];
  for (const place of places) {
    const beginning = join(place, 'haven-');
    if (Buffer.byteLength(`${beginning}XXXXXX${longestName}`) > socketPathMaximum) continue;
    const folder = await mkdtemp(beginning).catch(() => null);
    if (folder !== null) return folder;
  }
  throw new SettingsError(`TMPDIR must be: a directory with a short path that you may write to (${places.join(', ')} will not do).`);
}
