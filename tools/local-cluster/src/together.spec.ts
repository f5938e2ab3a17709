import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { together } from './together.js';

it('stops the others if one fails, and waits until they have ended', async () => {
  let ended = false;
  const slow = async (signal: AbortSignal) => {
    await sleep(60_000, null, { signal }).catch(() => null);
    await sleep(50);
    ended = true;
    throw new Error('stopped');
  };
  const failing = () => Promise.reject(new Error('first'));
  await expect(together(new AbortController().signal, [slow, failing])).rejects.toThrow('first');
  expect(ended).toBe(true);
});
