import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { shareReads } from './share-reads.js';

describe('shared reads', () => {
  const begun: string[] = [];
  const ends = new Map<string, (value: string) => void>();
  const read = (what: string) => () => {
    begun.push(what);
    return new Promise<string>((resolve) => ends.set(what, resolve));
  };

  it('run one after the other: one read for all callers before it starts, another for later callers', async () => {
    const reads = shareReads<string>();
    const first = reads('a', read('a1'));
    await setImmediate();
    const [second, third, other] = [reads('a', read('a2')), reads('a', read('never')), reads('b', read('b1'))];
    await setImmediate();
    expect(begun).toEqual(['a1']);
    ends.get('a1')!('old');
    expect(await first).toBe('old');
    await setImmediate();
    expect(begun).toEqual(['a1', 'a2']);
    ends.get('a2')!('new');
    expect(await Promise.all([second, third])).toEqual(['new', 'new']);
    await setImmediate();
    ends.get('b1')!('other');
    expect(await other).toBe('other');
    expect(begun).toEqual(['a1', 'a2', 'b1']);
  });

  it('continue after one that fails', async () => {
    const reads = shareReads<string>();
    const failing = reads('a', () => Promise.reject(new Error('no')));
    const next = reads('b', () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
