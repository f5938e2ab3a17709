import { Transform, type Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { FoundFile } from './input-file.js';
import type { ReadLimits } from './limits.js';
import { remark } from '../problem.js';
import type { ReportCode } from '../report-codes.js';

const linkType = 0o120000;
const typeMask = 0o170000;
/** Small entries may well shrink to almost nothing. */
const bombBytes = 1_000_000;

/** The files of a zip, each below `name!/`. Paths are only names here: nothing is unpacked to disk. */
export async function* zipEntries(path: string, name: string, limits: ReadLimits): AsyncGenerator<FoundFile> {
  const zip = await openZip(path);
  if (!zip) {
    yield remark('ZIP_BROKEN', 'skipped', { file: name });
    return;
  }
  try {
    yield* entriesOf(zip, name, limits);
  } catch (error) {
    yield remark('ZIP_BROKEN', 'skipped', { file: name }, (error as Error).message);
  } finally {
    zip.close();
  }
}

/** Names stay raw, so that one bad name does not stop the rest. */
async function openZip(path: string): Promise<ZipFile | null> {
  return yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(() => null);
}

async function* entriesOf(zip: ZipFile, name: string, limits: ReadLimits): AsyncGenerator<FoundFile> {
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    const inside = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    if (inside.endsWith('/') && !yauzl.validateFileName(inside)) continue;
    if (++seen > limits.files) {
      yield remark('TOO_MANY_FILES', 'skipped', { file: name });
      return;
    }
    const file = `${name}!/${inside}`;
    const code = refusal(entry, inside, limits);
    if (code) yield remark(code, 'skipped', { file });
    else yield { path: file, bytes: entry.uncompressedSize, open: () => openEntry(zip, entry, limits) };
    if (code === 'ZIP_BOMB') return;
  }
}

function refusal(entry: Entry, inside: string, limits: ReadLimits): ReportCode | null {
  if (yauzl.validateFileName(inside)) return 'ZIP_UNSAFE_PATH';
  if (((entry.externalFileAttributes >>> 16) & typeMask) === linkType) return 'LINK_NOT_FOLLOWED';
  if (entry.isEncrypted()) return 'ZIP_ENCRYPTED';
  return isBomb(entry.uncompressedSize, entry.compressedSize, limits) ? 'ZIP_BOMB' : null;
}

function isBomb(unpacked: number, packed: number, limits: ReadLimits): boolean {
  return unpacked > bombBytes && unpacked > Math.max(1, packed) * limits.zipRatio;
}

/** The stated size of an entry may be false, so this also counts the bytes. The checksum shows changed bytes. */
async function openEntry(zip: ZipFile, entry: Entry, limits: ReadLimits): Promise<Readable> {
  const stream = await zip.openReadStreamPromise(entry);
  let bytes = 0;
  let checksum = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      checksum = crc32(chunk, checksum);
      if (bytes > entry.uncompressedSize || isBomb(bytes, entry.compressedSize, limits)) done(new Error('ZIP_BOMB'));
      else done(null, chunk);
    },
    flush: (done) => done(checksum === entry.crc32 ? null : new Error('ZIP_BROKEN')),
  });
  stream.on('error', (error) => counted.destroy(error));
  return stream.pipe(counted);
}
