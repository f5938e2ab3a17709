import type { ApolloServerPlugin } from '@apollo/server';
import { trace, type Attributes } from '@opentelemetry/api';
import type { OperationDefinitionNode } from 'graphql';
import { rootFieldsOf } from '../graph/root-fields.js';

/** What may be told of an operation that has passed validation; its own name and its variables are the caller's. */
export const operationAttributes = (operation: OperationDefinitionNode): Attributes => ({
  'graphql.operation.type': operation.operation,
  'haven.graphql.fields': rootFieldsOf(operation),
});

/** Apollo plugin that tells the span of a request what kind of operation it is. */
export const traceOperations: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation) trace.getActiveSpan()?.setAttributes(operationAttributes(operation));
        return Promise.resolve();
      },
    }),
};
