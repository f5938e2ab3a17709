import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readOrCreateKeyFile } from './key-file.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'haven-key-file-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('key file', () => {
  it('keeps the first key when a slower process finishes its own later', async () => {
    const path = join(directory, 'key');
    let finish: (key: string) => void = () => undefined;
    let slow: Promise<string> = Promise.resolve('');
    await new Promise<void>((generating) => {
      slow = readOrCreateKeyFile(path, () => {
        generating();
        return new Promise((resolve) => (finish = resolve));
      });
    });
    expect(await readOrCreateKeyFile(path, () => Promise.resolve('fast'))).toBe('fast');
    finish('slow');
    expect(await slow).toBe('fast');
    expect(await readOrCreateKeyFile(path, () => Promise.resolve('third'))).toBe('fast');
    expect(await readdir(directory)).toEqual(['key']);
  });

  it('leaves no file behind if no key could be made', async () => {
    await expect(readOrCreateKeyFile(join(directory, 'key'), () => Promise.reject(new Error('no entropy')))).rejects.toThrow('no entropy');
    expect(await readdir(directory)).toEqual([]);
  });
});
