import type { Answer, CallLine, Instant } from '../history.js';

/** All requests with one key: they are one operation. A read is an operation by itself. */
export interface Operation extends Pick<CallLine, 'operation' | 'key' | 'subject' | 'organization' | 'input'> {
  /** Time of the first request. */
  readonly invoked: Instant;
  /** Time of the first answer; null: there was none. */
  readonly returned: Instant | null;
  /** Null: nobody knows whether it happened. */
  readonly answer: Answer | null;
  /** All answers. */
  readonly answers: readonly Answer[];
}

/** Groups the requests by key. `misused`: requests that used a key again for something else. */
export function operationsOf(calls: readonly CallLine[]): { operations: Operation[]; misused: CallLine[] } {
  const operations: Operation[] = [];
  const misused: CallLine[] = [];
  for (const [key, same] of Map.groupBy(calls, (call) => call.key)) {
    if (key === null) {
      for (const call of same) operations.push(operationOf([call]));
      continue;
    }
    if (same.length > 1) same.sort((a, b) => a.invoked - b.invoked);
    const [first] = same as [CallLine];
    const isFirst = (call: CallLine) => call === first || sameText(call.input) === sameText(first.input);
    operations.push(operationOf(same.filter(isFirst)));
    misused.push(...same.filter((call) => !isFirst(call)));
  }
  return { operations, misused };
}

function operationOf(requests: readonly CallLine[]): Operation {
  const { operation, key, subject, organization, input, invoked } = requests[0]!;
  const answered = requests.filter(({ answer }) => answer !== null).sort((a, b) => a.returned! - b.returned!);
  return {
    operation,
    key,
    subject,
    organization,
    input,
    invoked,
    returned: answered[0]?.returned ?? null,
    answer: answered[0]?.answer ?? null,
    answers: answered.map(({ answer }) => answer!),
  };
}

/** Equal values give equal text, whatever the order of their fields. */
export const sameText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
