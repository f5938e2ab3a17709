import { GraphQLError } from 'graphql';
import { badUserInput } from '../bad-user-input.js';

/** Whether any text in the value contains U+0000, which PostgreSQL cannot store. Without recursion, since the value may be very deep. */
export function hasNul(value: unknown): boolean {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' && next.includes('\u0000')) return true;
    if (typeof next === 'object' && next !== null) for (const nested of Object.values(next)) waiting.push(nested);
  }
  return false;
}

/** Returns an error for such a request, otherwise nothing: no text argument needs its own check. */
export function nulRefusal(query: string, variables: unknown): GraphQLError | null {
  const inQuery = /\\u0000|\\u\{0+\}|\u0000/.test(query);
  if (!inQuery && !hasNul(variables)) return null;
  const { message, extensions } = badUserInput([{ path: inQuery ? 'query' : 'variables', message: 'Leave out the character U+0000.' }]);
  // Apollo answers a thrown error with 500 unless the error sets another status.
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
}
