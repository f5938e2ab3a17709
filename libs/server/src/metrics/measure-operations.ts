import type { ApolloServerPlugin } from '@apollo/server';
import { rootFieldsOf } from '../graph/root-fields.js';
import type { Metrics } from './metrics.js';

/** Apollo plugin that reports each valid operation to the metrics. */
export const measureOperations = ({ answered }: Metrics): ApolloServerPlugin => ({
  requestDidStart: () => {
    const startedAt = performance.now();
    return Promise.resolve({
      willSendResponse: ({ operation, response }) => {
        const { body } = response;
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        const codes = errors.map(({ extensions }) => String(extensions?.['code'] ?? 'UNKNOWN'));
        answered(operation ? rootFieldsOf(operation) : [], (performance.now() - startedAt) / 1_000, codes);
        return Promise.resolve();
      },
    });
  },
});
