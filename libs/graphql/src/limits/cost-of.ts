import { GraphQLError, Kind, OperationTypeNode, getOperationAST, type DocumentNode, type GraphQLSchema } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { costs } from './costs.js';
import { looseSchema } from './loose-schema.js';
import { costMaximum, rootFieldsMaximum } from './numbers.js';

/** A validated operation. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Computes the cost of an operation before it runs, or why it may not run. Does not check input objects: execution refuses those that do
 * not fit.
 */
export function costOf({ schema, document, operationName, variables }: Asked): number | GraphQLError {
  const operation = getOperationAST(document, operationName);
  if (!operation) return 0;
  const roots = { count: 0 };
  const asked = {
    maxQueryNodes: expandedMaximum,
    schema: looseSchema(schema),
    query: document,
    variables: variables ?? {},
    estimators: [estimate(rootName(schema, operation.operation), roots)],
  };
  try {
    const cost = getComplexity({ ...asked, ...(operation.name && { operationName: operation.name.value }) });
    return roots.count > rootFieldsMaximum ? tooManyRoots(roots.count) : cost > costMaximum ? tooDear(cost) : Math.max(1, cost);
  } catch (error) {
    if (isOfVariable(error)) return 0;
    return error instanceof GraphQLError
      ? new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: badRequest })
      : tooDear(Infinity);
  }
}

const isOfVariable = (error: unknown): boolean => error instanceof GraphQLError && error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;

/** The most fields of a document after all fragments are expanded. */
const expandedMaximum = 2_000;
const badRequest = { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } };

const rootName = (schema: GraphQLSchema, kind: OperationTypeNode): string | undefined => schema.getRootType(kind)?.name;

const estimate =
  (root: string | undefined, roots: { count: number }): ComplexityEstimator =>
  ({ type, field, args, childComplexity }) => {
    if (type.name === root) roots.count += 1;
    const cost = costs[`${type.name}.${field.name}`];
    return cost ? cost(args, childComplexity) : childComplexity;
  };

const tooManyRoots = (count: number) =>
  refused(`The operation holds ${count} queries: at most ${rootFieldsMaximum}. Split it.`, {
    rootFields: count,
    maximum: rootFieldsMaximum,
  });

const tooDear = (cost: number) =>
  refused(
    `The operation costs ${Math.ceil(cost)}, and at most ${costMaximum} is allowed. Ask for fewer things, for smaller pages, or in several requests.`,
    { cost: Math.ceil(cost), maximum: costMaximum },
  );

const refused = (message: string, numbers: object) =>
  new GraphQLError(message, { extensions: { code: 'COST_EXCEEDED', ...numbers, http: { status: 400 } } });
