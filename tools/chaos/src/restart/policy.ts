import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Answer, type Question } from '@haven/test/harness/graphql';

/** How long and how often a client tries. */
export interface RetryPolicy {
  /** From the first try on; 0: one try. */
  readonly limitMilliseconds: number;
}

/**
 * What a client of Haven should do: when nobody answers, or the answer is SERVICE_UNAVAILABLE or a status that proxies give
 * for it, it asks again after 0.25, 0.5, 1, 2, 2, … s, a mutation with the same idempotency key, for up to half a minute.
 */
export const advised: RetryPolicy = { limitMilliseconds: 30_000 };

/** One try. */
export const impatient: RetryPolicy = { limitMilliseconds: 0 };

const firstPause = 250;
const longestPause = 2_000;
const retriedStatus = [502, 503, 504];

/** How it went, with tries and time. */
export interface Asked<T> {
  /** null: nobody answered. */
  readonly answer: Answer<T> | null;
  readonly tries: number;
  readonly milliseconds: number;
}

/** Whether it is worth asking again. */
const isAway = (answer: Answer<unknown> | null): boolean =>
  answer === null ||
  retriedStatus.includes(answer.status) ||
  answer.errors.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE');

/** Asks until there is an answer, or the policy gives up. */
export async function askPatiently<T>(url: string, question: Question, { limitMilliseconds }: RetryPolicy): Promise<Asked<T>> {
  const since = performance.now();
  for (let tries = 1, pause = firstPause; ; tries++, pause = Math.min(longestPause, 2 * pause)) {
    const answer = await ask<T>(url, question).catch(() => null);
    const milliseconds = Math.round(performance.now() - since);
    if (!isAway(answer) || milliseconds + pause > limitMilliseconds) return { answer, tries, milliseconds };
    await sleep(pause);
  }
}

/** Whether it was answered as it should be. */
export const isAnswered = ({ answer }: Asked<unknown>): boolean => answer !== null && answer.data !== null && answer.errors.length === 0;

/** Why it was not, in short. */
export const complaintOf = ({ answer, tries, milliseconds }: Asked<unknown>): string =>
  `${answer ? `${answer.status} ${answer.body.slice(0, 200)}` : 'no answer'} (${tries} tries, ${milliseconds} ms)`;
