import type { ApolloServerPlugin } from '@apollo/server';
import { trace } from '@opentelemetry/api';
import { rootFieldsOf } from '../graph/root-fields.js';

/** Apollo plugin that tells the span of a request what kind of operation it is; its own name and its variables are the caller's. */
export const traceOperations: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      // It has passed validation by now.
      didResolveOperation: ({ operation }) => {
        if (operation)
          trace.getActiveSpan()?.setAttributes({
            'graphql.operation.type': operation.operation,
            'haven.graphql.fields': rootFieldsOf(operation),
          });
        return Promise.resolve();
      },
    }),
};
