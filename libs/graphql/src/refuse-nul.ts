import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { badUserInput } from './bad-user-input.js';

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

/** Refuses such a request before any resolver runs, so that no text argument needs its own check. */
export const refuseNul: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request }) => {
        const inQuery = /\\u0000|\\u\{0+\}|\u0000/.test(request.query ?? '');
        if (inQuery || hasNul(request.variables)) {
          const refusal = badUserInput([
            { path: inQuery ? 'query' : 'variables', message: 'Leave out the character U+0000: no text has it.' },
          ]);
          // Apollo answers what is thrown here with 500 unless the error says otherwise.
          throw new GraphQLError(refusal.message, { extensions: { ...refusal.extensions, http: { status: 400 } } });
        }
        return Promise.resolve();
      },
    }),
};
