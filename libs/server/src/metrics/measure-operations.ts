import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';
import type { Metrics } from './metrics.js';

/** Apollo plugin that tells the metrics of each operation that was understood. */
export const measureOperations = ({ answered }: Metrics): ApolloServerPlugin => ({
  requestDidStart: () => {
    const startedAt = performance.now();
    return Promise.resolve({
      willSendResponse: ({ operation, response }) => {
        const { body } = response;
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        const codes = errors.map(({ extensions }) => String(extensions?.['code'] ?? 'UNKNOWN'));
        // Names of fields of our schema only: the operation has passed validation.
        const fields = operation?.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : [])) ?? [];
        answered([...new Set(fields)], (performance.now() - startedAt) / 1_000, codes);
        return Promise.resolve();
      },
    });
  },
});
