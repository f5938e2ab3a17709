import type { ApolloServerPlugin } from '@apollo/server';
import { badUserInput } from './bad-user-input.js';

/** Whether a text anywhere in the value has the character U+0000, which PostgreSQL cannot store or compare. */
export function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNul);
}

/** Refuses such a request before any resolver runs, so that no text argument needs its own check. */
export const refuseNul: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request }) => {
        const inQuery = /\\u0000|\\u\{0+\}|\u0000/.test(request.query ?? '');
        if (inQuery || hasNul(request.variables)) {
          throw badUserInput([{ path: inQuery ? 'query' : 'variables', message: 'Leave out the character U+0000: no text has it.' }]);
        }
        return Promise.resolve();
      },
    }),
};
