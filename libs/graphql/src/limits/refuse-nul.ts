import { GraphQLError } from 'graphql';
import { badUserInput } from '../bad-user-input.js';

/** Whether a text anywhere in the value has the character U+0000, which PostgreSQL cannot store. Without recursion: the value may be very deep. */
export function hasNul(value: unknown): boolean {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' && next.includes('\u0000')) return true;
    if (typeof next === 'object' && next !== null) for (const nested of Object.values(next)) waiting.push(nested);
  }
  return false;
}

/** The refusal of such a request, if it is one: so no text argument needs its own check. */
export function nulRefusal(query: string, variables: unknown): GraphQLError | null {
  const inQuery = /\\u0000|\\u\{0+\}|\u0000/.test(query);
  if (!inQuery && !hasNul(variables)) return null;
  const { message, extensions } = badUserInput([{ path: inQuery ? 'query' : 'variables', message: 'Leave out the character U+0000.' }]);
  // Apollo answers what is thrown with 500 unless the error says otherwise.
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
}
