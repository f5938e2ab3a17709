import { describe, expect, it } from '@jest/globals';
import { ChangeQueue } from './change-queue.js';

const change = (serviceId: string, sequence: number) => ({ serviceId, sequence });
const newQueue = () => new ChangeQueue<ReturnType<typeof change>>(({ serviceId }) => serviceId);

describe('ChangeQueue', () => {
  it('delivers every change, in order', async () => {
    const queue = newQueue();
    for (let n = 1; n <= 1_000; n++) queue.push(change('s', n));
    for (let n = 1; n <= 1_000; n++) expect((await queue.take())?.sequence).toBe(n);
  });

  it('keeps the latest change of each service for a subscriber that falls far behind', async () => {
    const queue = newQueue();
    for (let n = 1; n <= 100_001; n++) queue.push(change(`s${n % 3}`, n));
    const left: ReturnType<typeof change>[] = [];
    for (let taken = 0; taken < 1_100 && left.at(-1)?.sequence !== 100_001; taken++)
      left.push((await queue.take()) as ReturnType<typeof change>);
    expect(left.length).toBeLessThanOrEqual(1_001);
    expect(new Set(left.slice(-3).map(({ sequence }) => sequence))).toEqual(new Set([99_999, 100_000, 100_001]));
  });

  it('releases a waiting subscriber when it ends', async () => {
    const queue = newQueue();
    const waiting = queue.take();
    queue.end();
    queue.push(change('s', 1));
    expect(await waiting).toBeNull();
    expect(await queue.take()).toBeNull();
  });
});
