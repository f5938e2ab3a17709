import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isCompositeType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { inRepository } from '../harness/repository.js';

const schema = buildSchema(readFileSync(inRepository('schema.graphql'), 'utf8'));

/** Kinds of operations. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

const rootOf = (kind: OperationKind) =>
  ({ query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() })[kind]!;

/** Names of all operations of the graph of a kind. */
export const operationNames = (kind: OperationKind): string[] => Object.keys(rootOf(kind).getFields()).sort();

/** A document that asks for every field of the answer but some, whatever its type, with a variable for each argument. */
export function wholeDocument(kind: OperationKind, name: string, without: readonly string[] = []): string {
  const field = rootOf(kind).getFields()[name]!;
  const declared = field.args.map((argument) => `$${argument.name}: ${argument.type.toString()}`).join(', ');
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const inBrackets = (text: string) => (text === '' ? '' : `(${text})`);
  return `${kind} ${inBrackets(declared)} { ${name}${inBrackets(passed)}${selectionOf(getNamedType(field.type), without)} }`;
}

function selectionOf(type: GraphQLNamedType, without: readonly string[]): string {
  if (!isCompositeType(type)) return '';
  const parts = isUnionType(type)
    ? type.getTypes().map((member) => `... on ${member.name}${selectionOf(member, without)}`)
    : isObjectType(type)
      ? Object.values(type.getFields())
          .filter(({ name }) => !without.includes(name))
          .map((field) => `${field.name}${selectionOf(getNamedType(field.type), without)}`)
      : [];
  return ` { __typename ${parts.join(' ')} }`;
}
