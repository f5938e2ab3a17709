import type { Answer, CallLine, Instant } from '../history.js';

/** All requests of one key as the one operation that they are; a read is an operation by itself. */
export interface Operation extends Pick<CallLine, 'operation' | 'key' | 'subject' | 'organization' | 'input'> {
  /** Of the first request. */
  readonly invoked: Instant;
  /** Of the first answer; null: none ever came. */
  readonly returned: Instant | null;
  /** null: nobody knows whether it happened. */
  readonly answer: Answer | null;
  /** All answers that came. */
  readonly answers: readonly Answer[];
}

/** Puts the requests of each key together; `misused`: those that used a key again for something else. */
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

/** Equal values as equal text, in whatever order their fields stand. */
export const sameText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
