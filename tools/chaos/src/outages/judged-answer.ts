import { ask, type Answer, type Question } from '@haven/test/harness/graphql';

/** Requirements for an answer about a service that is away. */
export interface JudgedAnswer {
  readonly milliseconds: number;
  readonly status: number;
  /** Every error has the code that clients can rely on. */
  readonly isTyped: boolean;
  /** Every error gives advice for the meantime. */
  readonly saysWhatToDo: boolean;
  /** It shows nothing of how the system is built. */
  readonly isDiscreet: boolean;
}

/** Three attempts of 8 s, and the pauses between them. */
export const limitMilliseconds = 27_000;

const advice = /Try again in a minute.*(call the shelter|printed list)/;
const inside = /127\.0\.0\.1|localhost|ECONNREFUSED|subgraph|socket|fetch failed|downstream|"request"|"response"|\bat .*\.js:/i;

/** An answer that passes. */
export const helpful = { isTyped: true, saysWhatToDo: true, isDiscreet: true } as const;

/** Asks a question that cannot be answered; null: there was no error. */
export async function judge(url: string, question: Question): Promise<JudgedAnswer | null> {
  const since = performance.now();
  const answer = await ask<object>(url, question);
  const milliseconds = Math.round(performance.now() - since);
  return answer.errors.length === 0 && answer.data !== null ? null : { milliseconds, ...judgementOf(answer) };
}

function judgementOf({ status, body, errors }: Answer<object>): Omit<JudgedAnswer, 'milliseconds'> {
  return {
    status,
    isTyped: errors.length > 0 && errors.every(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE'),
    saysWhatToDo: errors.length > 0 && errors.every(({ message }) => advice.test(message)),
    isDiscreet: !inside.test(body),
  };
}
