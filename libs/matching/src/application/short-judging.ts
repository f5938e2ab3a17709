import type { Judge } from '../domain/judge.js';

/** The judging of a question takes so long that others must not wait for it. */
export class JudgingTakesLong extends Error {
  override readonly name = 'JudgingTakesLong';
}

/** A judge with an allowance of time, who throws {@link JudgingTakesLong} when it is spent. */
export function shortJudging(milliseconds: number, judgeAt: Judge): Judge {
  let left = milliseconds;
  return (provider, spots) => {
    const began = performance.now();
    const judged = judgeAt(provider, spots);
    left -= performance.now() - began;
    if (left < 0) throw new JudgingTakesLong();
    return judged;
  };
}
