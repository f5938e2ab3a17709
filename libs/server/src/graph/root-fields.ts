import { Kind, type OperationDefinitionNode } from 'graphql';

/** Names of the root fields of an operation, each once. Validated operations have only names of Haven's schema. */
export const rootFieldsOf = (operation: OperationDefinitionNode): string[] => [
  ...new Set(operation.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))),
];
