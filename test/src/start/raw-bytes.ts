import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A place that may be in a file. */
export interface Needle {
  readonly street: string;
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The forms of a place in files: the street, and the position as text, as float8 (also within EWKB), as the float4 box of a GiST index and
 * as jsonb's numeric.
 */
function formsOf({ street, latitude, longitude }: Needle): ReadonlyMap<string, Buffer> {
  const forms = new Map([
    ['street', Buffer.from(street)],
    ['float8 point', Buffer.concat([float8(longitude), float8(latitude)])],
    ['float8 latitude', float8(latitude)],
    ['float8 longitude', float8(longitude)],
    ['float4 box', Buffer.concat([float4Box(longitude), float4Box(latitude)])],
  ]);
  for (const value of [latitude, longitude]) forms.set(`text ${value}`, Buffer.from(String(value)));
  for (const value of [latitude, longitude]) forms.set(`numeric ${value}`, numeric(value));
  return forms;
}

function float8(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** The nearest float4 below and above. */
function float4Box(value: number): Buffer {
  const near = Math.fround(value);
  const bytes = Buffer.alloc(8);
  bytes.writeFloatLE(near, 0);
  bytes.writeFloatLE(near, 4);
  // Floats of one sign have the order of integers.
  if (near > value) bytes.writeInt32LE(bytes.readInt32LE(0) - 1, 0);
  if (near < value) bytes.writeInt32LE(bytes.readInt32LE(4) + 1, 4);
  return bytes;
}

/** Digits of PostgreSQL's numeric, in groups of four. */
function numeric(value: number): Buffer {
  const [whole = '', part = ''] = String(value).split('.');
  const groups = [Number(whole), ...(part.match(/.{1,4}/g) ?? []).map((group) => Number(group.padEnd(4, '0')))];
  return Buffer.concat(groups.map((group) => Buffer.from(Int16Array.of(group).buffer)));
}

/** The forms and files of the directory in which the place occurs. */
export async function whereInFiles(directory: string, needle: Needle): Promise<string[]> {
  const forms = formsOf(needle);
  const found: string[] = [];
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    for (const [form, sought] of forms) if (bytes.includes(sought)) found.push(`${form}: ${join(entry.parentPath, entry.name)}`);
  }
  return found;
}
