import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { makeShortFolder, socketPathMaximum } from './short-folder.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'haven-short-'))));
afterEach(() => rm(folder, { recursive: true }));

async function madeUnder(temporary: string): Promise<string> {
  const made = await makeShortFolder(temporary);
  expect((await stat(made)).mode & 0o777).toBe(0o700);
  expect(join(made, '.s.PGSQL.5432').length).toBeLessThanOrEqual(socketPathMaximum);
  await rm(made, { recursive: true });
  return made;
}

it('is in TMPDIR if that is short', async () => {
  expect(await madeUnder(folder)).toMatch(folder);
});

it('is elsewhere if TMPDIR is too long, or does not exist', async () => {
  const long = join(folder, 'a'.repeat(80), 'b'.repeat(80));
  await mkdir(long, { recursive: true });
  expect(await madeUnder(long)).not.toMatch(folder);
  expect(await madeUnder(join(folder, 'nowhere'))).not.toMatch(folder);
});
