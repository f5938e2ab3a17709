import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { makeDirectory } from './make-directory.js';

it('makes missing directories, keeps existing ones, and fails if a directory cannot be made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'haven-make-'));
  await makeDirectory(join(folder, 'a', 'b'));
  await makeDirectory(join(folder, 'a', 'b'));
  expect((await stat(join(folder, 'a', 'b'))).mode & 0o777).toBe(0o700);
  await expect(makeDirectory('/proc/nowhere/at/all')).rejects.toThrow();
  await rm(folder, { recursive: true });
});
