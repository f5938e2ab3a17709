import { expect, it } from '@jest/globals';
import { oneAtATime } from './one-at-a-time.js';

it('runs once more for all calls during a run, since that run may have begun too early', async () => {
  const ends: (() => void)[] = [];
  const start = oneAtATime(() => new Promise<void>((resolve) => ends.push(resolve)));
  const over: string[] = [];
  void start().then(() => over.push('first'));
  void start().then(() => over.push('second'));
  void start().then(() => over.push('third'));
  expect(ends).toHaveLength(1);
  ends[0]!();
  await new Promise((resolve) => setImmediate(resolve));
  expect([ends.length, over]).toEqual([2, ['first']]);
  ends[1]!();
  await new Promise((resolve) => setImmediate(resolve));
  expect([ends.length, over]).toEqual([2, ['first', 'second', 'third']]);
});

it('continues after a failed run', async () => {
  let runs = 0;
  const start = oneAtATime(() => Promise.reject(new Error(`${++runs}`)));
  await start();
  await start();
  expect(runs).toBe(2);
});
