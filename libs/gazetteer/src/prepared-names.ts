import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releaseOf } from './geonames-files.js';
import type { CalledCities } from './other-names.js';

/** Beside the built code, also if the sources run directly. */
const preparedFile = fileURLToPath(new URL('../dist/names.bin', import.meta.url));

/** Increase this to pack the same files differently. */
const form = 1;
const bytesOfHeader = 256;

/** The expected header; a file with any other header is about other cities. */
const headerFor = async (): Promise<string> => JSON.stringify({ form, endianness: endianness(), release: await releaseOf() });

/** The content after the header; null if the file is missing or its header is wrong. */
async function contentOf(file: string): Promise<ArrayBuffer | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes?.toString('utf8', 0, bytesOfHeader).trimEnd() !== (await headerFor())) return null;
  // A copy, because views need an offset that is a multiple of their width.
  return new Uint8Array(bytes.subarray(bytesOfHeader)).buffer;
}

/** Whether the build has packed the installed files of GeoNames. */
export const areNamesPrepared = async (): Promise<boolean> => (await contentOf(preparedFile)) !== null;

/** City names packed by the build; null if there are none, or they come from other files. */
export async function readPreparedNames(cities: number, file = preparedFile): Promise<CalledCities | null> {
  const content = await contentOf(file);
  if (!content) return null;
  const populations = content.byteLength - cities * Uint32Array.BYTES_PER_ELEMENT;
  return {
    packed: new Float64Array(content, 0, populations / Float64Array.BYTES_PER_ELEMENT),
    populations: new Uint32Array(content, populations),
  };
}

/** Stores the names, which take seconds to read from the files. */
export async function writePreparedNames({ packed, populations }: CalledCities, file = preparedFile): Promise<void> {
  const header = (await headerFor()).padEnd(bytesOfHeader);
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, Buffer.concat([Buffer.from(header), ...[packed, populations].map(({ buffer }) => new Uint8Array(buffer))]));
  await rename(unfinished, file);
}
