import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameIndexOf, NameIndexBuilder } from './name-index.js';
import { readPreparedNames, writePreparedNames } from './prepared-names.js';

describe('names packed by the build', () => {
  const populations = new Uint32Array([3_000_000, 0, 12]);
  let directory: string;
  let file: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'haven-names-'));
    file = join(directory, 'dist', 'names.bin');
    const names = new NameIndexBuilder();
    ['medan', 'ميدان', 'medan'].forEach((name, city) => names.add(name, city));
    await writePreparedNames({ packed: await names.build(), populations }, file);
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('are read unchanged', async () => {
    const read = await readPreparedNames(populations.length, file);
    expect(read?.populations).toEqual(populations);
    const { citiesNamed } = nameIndexOf(read!.packed);
    expect([citiesNamed('Medan'), citiesNamed('ميدان'), citiesNamed('Kota')]).toEqual([[0, 2], [1], []]);
  });

  it('are not read if there are none', async () => {
    expect(await readPreparedNames(3, join(directory, 'none.bin'))).toBeNull();
  });

  it.each(['"form":', '"release":"', '"endianness":"'])('are not read if they were packed differently: %s', async (key) => {
    const other = join(directory, 'other.bin');
    const bytes = await readFile(file);
    bytes.write('X', bytes.indexOf(key) + key.length);
    await writeFile(other, bytes);
    expect(await readPreparedNames(3, other)).toBeNull();
  });
});
