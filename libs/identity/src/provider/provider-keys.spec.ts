import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openProviderKeys } from './provider-keys.js';

let directory: string;
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'haven-sign-in-'))));
afterEach(() => rm(directory, { recursive: true }));

it('makes keys once, readable only by the owner', async () => {
  const made = await openProviderKeys(directory);
  expect(await openProviderKeys(directory)).toEqual(made);
  expect((await stat(join(directory, 'sign-in-keys.json'))).mode & 0o777).toBe(0o600);
});

it('publishes no private part', async () => {
  const { signing, published } = await openProviderKeys(directory);
  expect(signing.keys[0]!.d).toBeDefined();
  expect(Object.keys(published.keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  expect(published.keys[0]!.kid).toBe(signing.keys[0]!.kid);
});

it.each(['', '{}', '{"signing":[],"secrets":[]}', '{"signing":[{"kty":"EC","d":"x"}],"secrets":["short"]}'])(
  'reports a damaged file in one line: %j',
  async (content) => {
    await writeFile(join(directory, 'sign-in-keys.json'), content);
    await expect(openProviderKeys(directory)).rejects.toThrow(/sign-in-keys.json are damaged/);
  },
);
