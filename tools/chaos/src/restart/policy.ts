import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Answer, type Question } from '@haven/test/harness/graphql';

/** How long and how often a client retries. */
export interface RetryPolicy {
  /** From the first attempt on; 0: one attempt. */
  readonly limitMilliseconds: number;
}

/**
 * What a client of Haven should do: if nobody answers, or the answer is SERVICE_UNAVAILABLE or a status that proxies give for it, it asks
 * again after 0.25, 0.5, 1, 2, 2, … s, a mutation with the same idempotency key, for up to half a minute.
 */
export const advised: RetryPolicy = { limitMilliseconds: 30_000 };

/** One attempt. */
export const impatient: RetryPolicy = { limitMilliseconds: 0 };

const firstPause = 250;
const longestPause = 2_000;
const retriedStatus = [502, 503, 504];

/** The result, with attempts and time. */
export interface Asked<T> {
  /** Null: nobody answered. */
  readonly answer: Answer<T> | null;
  readonly tries: number;
  readonly milliseconds: number;
}

/** Whether a retry makes sense. */
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

/** Whether it was answered without an error. */
export const isAnswered = ({ answer }: Asked<unknown>): boolean => answer !== null && answer.data !== null && answer.errors.length === 0;

/** The reason for a failure, in short. */
export const complaintOf = ({ answer, tries, milliseconds }: Asked<unknown>): string =>
  `${answer ? `${answer.status} ${answer.body.slice(0, 200)}` : 'no answer'} (${tries} tries, ${milliseconds} ms)`;
