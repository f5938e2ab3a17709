import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { isInputFile, type FoundFile } from './input-file.js';
import type { ReadLimits } from './limits.js';
import { remark } from '../problem.js';
import { zipEntries } from './zip-entries.js';

const deepestFolder = 8;

/** Every file of a folder or zip, or the file itself. Links are not followed, not even the last part of `path`. */
export async function* inputFiles(path: string, limits: ReadLimits): AsyncGenerator<FoundFile> {
  const size = { files: 0, bytes: 0 };
  for await (const found of walk(path, basename(path), limits, 0)) {
    if (!isInputFile(found)) {
      yield found;
      continue;
    }
    size.files += 1;
    size.bytes += found.bytes;
    const code = size.files > limits.files ? 'TOO_MANY_FILES' : size.bytes > limits.totalBytes ? 'TOTAL_TOO_LARGE' : null;
    if (code) {
      yield remark(code, 'skipped', { file: found.path });
      return;
    }
    yield found.bytes > limits.fileBytes ? remark('FILE_TOO_LARGE', 'skipped', { file: found.path }) : found;
  }
}

async function* walk(path: string, name: string, limits: ReadLimits, depth: number): AsyncGenerator<FoundFile> {
  const status = await lstat(path).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown');
  if (typeof status === 'string') yield remark(status === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', 'skipped', { file: name });
  else if (status.isDirectory()) yield* walkFolder(path, depth === 0 ? '' : name, limits, depth);
  else if (!status.isFile()) yield remark('LINK_NOT_FOLLOWED', 'skipped', { file: name });
  else if (/\.zip$/i.test(name)) yield* zipEntries(path, name, limits);
  else yield { path: name, bytes: status.size, open: () => openFile(path) };
}

async function* walkFolder(path: string, name: string, limits: ReadLimits, depth: number): AsyncGenerator<FoundFile> {
  const entries = await readdir(path).catch(() => null);
  if (!entries || depth > deepestFolder) {
    yield remark('FILE_UNREADABLE', 'skipped', { file: name }, entries ? 'folders too deep' : '');
    return;
  }
  for (const entry of entries.filter((file) => !file.startsWith('.')).sort()) {
    yield* walk(join(path, entry), name ? `${name}/${entry}` : entry, limits, depth + 1);
  }
}

/** The operating system refuses a link that replaced the file after it was checked. */
async function openFile(path: string): Promise<Readable> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  return handle.createReadStream({ highWaterMark: 256 * 1024 });
}
