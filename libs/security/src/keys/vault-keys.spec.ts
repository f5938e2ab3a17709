import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyProblem } from './key-file.js';
import { loadVaultKeys } from './vault-keys.js';

let directory: string;
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'haven-keys-')), 'keys');
});
afterEach(() => rm(join(directory, '..'), { recursive: true }));

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
const base64Key = () => randomBytes(32).toString('base64');

describe('vault keys', () => {
  it('creates one key that only the owner can read, and reads it again', async () => {
    const first = await loadVaultKeys({ value: undefined, directory });
    expect(await loadVaultKeys({ value: '', directory })).toEqual(first);
    expect(first[0]).toHaveLength(32);
    expect(await modeOf(directory)).toBe('700');
    expect(await modeOf(join(directory, 'vault-key'))).toBe('600');
    expect(await readdir(directory)).toEqual(['vault-key']);
  });

  it('gives the same key to processes that start together', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadVaultKeys({ value: undefined, directory })));
    expect(new Set(keys.map(([key]) => Buffer.from(key!).toString('hex'))).size).toBe(1);
    expect(await readdir(directory)).toEqual(['vault-key']);
  });

  it('restricts a key file that others could read', async () => {
    await mkdir(directory);
    await writeFile(join(directory, 'vault-key'), base64Key(), { mode: 0o644 });
    await loadVaultKeys({ value: undefined, directory });
    expect(await modeOf(join(directory, 'vault-key'))).toBe('600');
  });

  it('takes a list from the environment and then creates no file', async () => {
    const [newer, older] = [base64Key(), base64Key()];
    const keys = await loadVaultKeys({ value: `${newer}, ${older}`, directory });
    expect(keys.map((key) => Buffer.from(key).toString('base64'))).toEqual([newer, older]);
    await expect(stat(directory)).rejects.toThrow('ENOENT');
  });

  it.each(['abc', base64Key().slice(2), `${base64Key()},`, randomBytes(16).toString('base64'), `!${base64Key()}`])(
    'rejects an unusable value without printing it',
    async (value) => {
      const problem = await loadVaultKeys({ value, directory }).catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(KeyProblem);
      expect((problem as Error).message).toMatch(/^HAVEN_VAULT_KEY is not usable: key [12] must be 32 bytes/);
      expect((problem as Error).message).not.toContain(value);
    },
  );

  it('requires a value if it may not create a key', async () => {
    await expect(loadVaultKeys({ value: undefined, directory: null })).rejects.toThrow('HAVEN_VAULT_KEY is not set');
  });

  it('names a damaged file and an unreadable one', async () => {
    await mkdir(directory);
    await writeFile(join(directory, 'vault-key'), '');
    await expect(loadVaultKeys({ value: undefined, directory })).rejects.toThrow(/vault-key is not usable/);
    await rm(join(directory, 'vault-key'));
    await mkdir(join(directory, 'vault-key'));
    await expect(loadVaultKeys({ value: undefined, directory })).rejects.toThrow(/vault-key cannot be read or written \(EISDIR\)/);
  });
});
