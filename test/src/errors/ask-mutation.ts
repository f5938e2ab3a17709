import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isObjectType, isUnionType } from 'graphql';
import { ask } from '../harness/graphql.js';
import { inRepository } from '../harness/repository.js';
import type { System } from '../harness/system.js';
import type { Role } from '../harness/tokens.js';

const schema = buildSchema(readFileSync(inRepository('schema.graphql'), 'utf8'));
const fields = schema.getMutationType()!.getFields();

/** Every mutation of the schema. */
export const mutations: readonly string[] = Object.keys(fields).sort();

/** The types that a mutation can return. */
function membersOf(mutation: string) {
  const union = getNamedType(fields[mutation]!.type);
  if (!isUnionType(union)) throw new Error(`${mutation} answers no union`);
  return union.getTypes();
}

const isFailure = (type: ReturnType<typeof membersOf>[number]): boolean => type.getInterfaces().some(({ name }) => name === 'UserError');

/** The failures that the schema allows for a mutation. */
export const failuresOf = (mutation: string): readonly string[] =>
  membersOf(mutation)
    .filter(isFailure)
    .map(({ name }) => name)
    .sort();

/** A mutation with its caller. */
export interface Request {
  readonly role: Role;
  readonly organization?: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** An answer; a failure has a code, most results an id and a version. */
export interface MutationAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly id: string;
  readonly version: number;
  readonly holdId?: string;
}

/** Sends any mutation of the schema. */
export async function askMutation(system: System, mutation: string, { role, organization, input }: Request): Promise<MutationAnswer> {
  const token = await system.token(role, organization);
  const answer = await ask<Record<string, MutationAnswer>>(system.url, { query: documentOf(mutation), variables: input, token });
  if (!answer.data) throw new Error(`${mutation}: ${answer.body.slice(0, 1_000)}`);
  return answer.data[mutation]!;
}

/** A document with `input` as one variable, or with single arguments if the mutation has no input. */
function documentOf(mutation: string): string {
  const { args } = fields[mutation]!;
  const shown = membersOf(mutation).filter((type) => !isFailure(type));
  const selections = shown.map((type) => `... on ${type.name} { ${wanted(type)} }`);
  const declared = args.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `mutation (${declared}) { ${mutation}(${given}) { __typename ... on UserError { code } ${selections.join(' ')} } }`;
}

function wanted(type: ReturnType<typeof membersOf>[number]): string {
  if (!isObjectType(type)) return '__typename';
  const known = ['id', 'version', 'holdId'].filter((field) => type.getFields()[field]);
  return ['__typename', ...known].join(' ');
}
