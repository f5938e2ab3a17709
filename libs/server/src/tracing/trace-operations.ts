import type { ApolloServerPlugin } from '@apollo/server';
import { trace, type Attributes } from '@opentelemetry/api';
import type { OperationDefinitionNode } from 'graphql';
import { rootFieldsOf } from '../graph/root-fields.js';

/** What a span may contain about a valid operation. The caller chooses the operation's own name and its variables. */
export const operationAttributes = (operation: OperationDefinitionNode): Attributes => ({
  'graphql.operation.type': operation.operation,
  'haven.graphql.fields': rootFieldsOf(operation),
});

/** Apollo plugin that adds the kind of operation to the span of a request. */
export const traceOperations: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation) trace.getActiveSpan()?.setAttributes(operationAttributes(operation));
        return Promise.resolve();
      },
    }),
};
