import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, buildSchema, findBreakingChanges, getIntrospectionQuery, printSchema } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema, IntrospectionQuery } from 'graphql';
import { inRepository } from '../harness/repository.js';
import { sharedSystem } from '../harness/shared-system.js';

const contractFile = inRepository('..', 'shared', 'contract.graphql');

let running: GraphQLSchema;

beforeAll(async () => {
  running = buildClientSchema(await sharedSystem().query<IntrospectionQuery>(getIntrospectionQuery()));
}, 60_000);

const breakingChanges = (contract: GraphQLSchema, schema: GraphQLSchema): string[] =>
  findBreakingChanges(contract, schema).map(({ type, description }) => `${type}: ${description}`);

describe('public schema', () => {
  const withContract = existsSync(contractFile) ? it : it.skip;

  withContract('keeps every name and shape of the contract', () => {
    expect(breakingChanges(buildSchema(readFileSync(contractFile, 'utf8')), running)).toEqual([]);
  });

  withContract('would not pass with a field of the contract missing or of another type', () => {
    const contract = buildSchema(readFileSync(contractFile, 'utf8'));
    const broken = printSchema(running)
      .replace('considered: Int!', 'considered: Float!')
      .replace(/^ {2}verifiedAt: DateTime$/m, '');
    expect(breakingChanges(contract, buildSchema(broken)).length).toBeGreaterThanOrEqual(2);
  });

  it('does not blame the directory for opening hours that Haven does not know', () => {
    const { openNow, opensAt } = (running.getType('Match') as GraphQLObjectType).getFields();
    for (const field of [openNow, opensAt]) expect(field?.description).toMatch(/not known\.$/);
  });
});
