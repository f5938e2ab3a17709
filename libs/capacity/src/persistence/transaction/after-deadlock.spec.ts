import { describe, expect, it } from '@jest/globals';
import { againAfterDeadlock } from './after-deadlock.js';

describe('againAfterDeadlock', () => {
  const failing = (code: string, times: number) => {
    let tries = 0;
    const run = againAfterDeadlock(async () => {
      tries += 1;
      if (tries <= times) throw Object.assign(new Error(code), { code });
      return 'done';
    });
    return run.then(
      (answer) => ({ answer, tries }),
      (error: Error) => ({ answer: error.message, tries }),
    );
  };

  it('repeats work that a deadlock ended, three times at most', async () => {
    expect(await failing('40P01', 0)).toEqual({ answer: 'done', tries: 1 });
    expect(await failing('40P01', 2)).toEqual({ answer: 'done', tries: 3 });
    expect(await failing('40P01', 3)).toEqual({ answer: '40P01', tries: 3 });
  });

  it('repeats nothing else', async () => {
    expect(await failing('23505', 1)).toEqual({ answer: '23505', tries: 1 });
  });
});
