import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SettingsError } from './read-variables.js';

/** Bytes that the path of a unix socket may have: 107 on Linux, 103 on macOS. */
export const socketPathMaximum = 103;
const longestName = '/.s.PGSQL.5432';

/** Makes a folder that is private to the user and short enough for the path of a socket in it, wherever TMPDIR points to. */
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
