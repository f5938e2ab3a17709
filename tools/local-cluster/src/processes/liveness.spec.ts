import { expect, it } from '@jest/globals';
import { createLivenessJudge } from './liveness.js';

const answers = (pid: number, ...answered: boolean[]) => answered.map((one) => [pid, one] as const);

it('gives a process up after three failures in a row, and only then', () => {
  const judge = createLivenessJudge();
  const seen = answers(1, true, false, false, true, false, false, false).map(([pid, answered]) => judge(pid, answered));
  expect(seen).toEqual([false, false, false, false, false, false, true]);
});

it('lets a process that has never answered take a minute to start', () => {
  const judge = createLivenessJudge();
  const seen = answers(1, ...Array<boolean>(30).fill(false)).map(([pid, answered]) => judge(pid, answered));
  expect(seen.indexOf(true)).toBe(29);
});

it('gives the next process a new starting time', () => {
  const judge = createLivenessJudge();
  for (const [pid, answered] of answers(1, true, false, false)) judge(pid, answered);
  expect(judge(2, false)).toBe(false);
});
