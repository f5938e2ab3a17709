import { describe, expect, it } from '@jest/globals';
import { onceMoreAfterDeadlock } from './once-more.js';

describe('onceMoreAfterDeadlock', () => {
  const failing = (code: string, times: number) => {
    let tries = 0;
    const run = onceMoreAfterDeadlock(async () => {
      tries += 1;
      if (tries <= times) throw Object.assign(new Error(code), { code });
      return 'done';
    });
    return run.then(
      (answer) => ({ answer, tries }),
      (error: Error) => ({ answer: error.message, tries }),
    );
  };

  it('does what a deadlock ended once more, and no third time', async () => {
    expect(await failing('40P01', 0)).toEqual({ answer: 'done', tries: 1 });
    expect(await failing('40P01', 1)).toEqual({ answer: 'done', tries: 2 });
    expect(await failing('40P01', 2)).toEqual({ answer: '40P01', tries: 2 });
  });

  it('does nothing else twice', async () => {
    expect(await failing('23505', 1)).toEqual({ answer: '23505', tries: 1 });
  });
});
