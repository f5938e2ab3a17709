import { Kind, type OperationDefinitionNode } from 'graphql';

/** Names of the root fields of an operation, each once. After validation they are names of Haven's schema only. */
export const rootFieldsOf = (operation: OperationDefinitionNode): string[] => [
  ...new Set(operation.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))),
];
