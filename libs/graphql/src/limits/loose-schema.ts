import { buildASTSchema, Kind, parse, printSchema, visit, type DocumentNode, type GraphQLSchema } from 'graphql';

const made = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * The same schema, except that every input object may be anything. Reading arguments with it costs nothing, however large they are;
 * execution reads them again, and reports errors.
 */
export function looseSchema(schema: GraphQLSchema): GraphQLSchema {
  const loose = made.get(schema) ?? buildASTSchema(withLooseInputs(parse(printSchema(schema))), { assumeValid: true });
  made.set(schema, loose);
  return loose;
}

const withLooseInputs = (document: DocumentNode): DocumentNode =>
  visit(document, { InputObjectTypeDefinition: ({ name }) => ({ kind: Kind.SCALAR_TYPE_DEFINITION, name }) });
