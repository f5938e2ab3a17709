import type { Judge } from '../domain/judge.js';

/** The judging of a question takes so long that others must not wait for it. */
export class JudgingTakesLong extends Error {
  override readonly name = 'JudgingTakesLong';
}

/** Judges until so much time is spent, then throws {@link JudgingTakesLong}. */
export function shortJudging(milliseconds: number, judgeAt: Judge): Judge {
  let left = milliseconds;
  return (provider, spots) => {
    const began = performance.now();
    const judged = judgeAt(provider, spots);
    left -= performance.now() - began;
    if (left <= 0) throw new JudgingTakesLong();
    return judged;
  };
}
