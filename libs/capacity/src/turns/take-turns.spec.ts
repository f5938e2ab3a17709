import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ShelterBusy, takeTurns } from './take-turns.js';

/** Work that records its start and ends on command. */
function workshop() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      begun.push(name);
      ends.set(name, (error) => (error ? reject(error) : resolve(name)));
    });
  return { begun, work, end: (name: string, error?: Error) => ends.get(name)!(error) };
}

describe('taking turns', () => {
  it('lets this many of one key work at a time, and the others in order of arrival', async () => {
    const { begun, work, end } = workshop();
    const turns = takeTurns({ abreast: 2, most: 9 });
    const all = ['a', 'b', 'c', 'd'].map((name) => turns('hot', work(name)));
    await settled();
    expect(begun).toEqual(['a', 'b']);
    end('b');
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
    end('a', new Error('broken'));
    await expect(all[0]).rejects.toThrow('broken');
    await settled();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    for (const name of ['c', 'd']) end(name);
    expect(await Promise.all(all.slice(1))).toEqual(['b', 'c', 'd']);
  });

  it('makes no key wait for another', async () => {
    const { begun, work } = workshop();
    const turns = takeTurns({ abreast: 1, most: 9 });
    for (const [key, name] of [
      ['hot', 'a'],
      ['hot', 'b'],
      ['quiet', 'c'],
    ] as const)
      void turns(key, work(name));
    await settled();
    expect(begun).toEqual(['a', 'c']);
  });

  it('refuses callers when the queue is full, and accepts them again when it has moved', async () => {
    const { begun, work, end } = workshop();
    const turns = takeTurns({ abreast: 1, most: 1 });
    for (const name of ['a', 'b']) void turns('hot', work(name));
    await expect(turns('hot', work('c'))).rejects.toThrow(ShelterBusy);
    end('a');
    await settled();
    void turns('hot', work('d'));
    end('b');
    await settled();
    expect(begun).toEqual(['a', 'b', 'd']);
  });

  it('refuses callers queued behind a stuck key, and nobody else', async () => {
    const { begun, work, end } = workshop();
    const turns = takeTurns({ abreast: 1, most: 9 });
    const ends = Promise.allSettled(['a', 'b', 'c'].map((name) => turns('hot', work(name))));
    const other = ['d', 'e'].map((name) => turns('quiet', work(name)));
    await settled();
    end('d', new ShelterBusy('hot'));
    await expect(other[0]).rejects.toThrow(ShelterBusy);
    end('a', new ShelterBusy('hot'));
    expect(await ends).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }, { status: 'rejected' }]);
    expect(begun).toEqual(['a', 'd', 'e']);
    void turns('hot', work('f'));
    await settled();
    expect(begun).toEqual(['a', 'd', 'e', 'f']);
  });

  it('does all work of every key once, and never too much at a time, in whatever order it ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.constantFrom('a', 'b'), { maxLength: 12 }), async (scheduler, keys) => {
        const turns = takeTurns({ abreast: 2, most: 12 });
        const atWork: Record<string, number> = { a: 0, b: 0 };
        const all = keys.map((key, index) =>
          turns(key, async () => {
            atWork[key]! += 1;
            expect(atWork[key]).toBeLessThanOrEqual(2);
            await scheduler.schedule(Promise.resolve(), key);
            atWork[key]! -= 1;
            return index;
          }),
        );
        expect(await scheduler.waitFor(Promise.all(all))).toEqual(keys.map((_, index) => index));
      }),
    );
  });
});
