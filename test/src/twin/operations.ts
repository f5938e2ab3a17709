import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isCompositeType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { inRepository } from '../harness/repository.js';

const schema = buildSchema(readFileSync(inRepository('schema.graphql'), 'utf8'));

/** Kinds of operations. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

const rootOf = (kind: OperationKind) =>
  ({ query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() })[kind]!;

/** Names of all operations of a kind in the graph. */
export const operationNames = (kind: OperationKind): string[] => Object.keys(rootOf(kind).getFields()).sort();

/** A document that asks for every field of the answer except some, whatever its type, with a variable for each argument. */
export function wholeDocument(kind: OperationKind, name: string, without: readonly string[] = []): string {
  const field = rootOf(kind).getFields()[name]!;
  const declared = field.args.map((argument) => `$${argument.name}: ${argument.type.toString()}`).join(', ');
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const inBrackets = (text: string) => (text === '' ? '' : `(${text})`);
  const fragments = new Map<string, string>();
  const selection = selectionOf(getNamedType(field.type), without, fragments);
  return [`${kind} ${inBrackets(declared)} { ${name}${inBrackets(passed)}${selection} }`, ...fragments.values()].join('\n');
}

/** Adds a fragment for each nested type, so that each type is written once, however often it occurs. */
function selectionOf(type: GraphQLNamedType, without: readonly string[], fragments: Map<string, string>): string {
  if (!isCompositeType(type)) return '';
  if (!fragments.has(type.name)) {
    const parts = isUnionType(type)
      ? type.getTypes().map((member) => `... on ${member.name}${selectionOf(member, without, fragments)}`)
      : isObjectType(type)
        ? Object.values(type.getFields())
            .filter(({ name }) => !without.includes(name))
            .map((field) => `${field.name}${selectionOf(getNamedType(field.type), without, fragments)}`)
        : [];
    fragments.set(type.name, `fragment ${type.name} on ${type.name} { __typename ${parts.join(' ')} }`);
  }
  return ` { ...${type.name} }`;
}
