import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { type GraphQLObjectType, type GraphQLUnionType, printType } from 'graphql';
import { DecisionResolver } from './coordinator/decision.resolver.js';
import { MissingResolver } from './coordinator/missing.resolver.js';
import { OrganizationResolver } from './organization.resolver.js';
import { PairResolver } from './coordinator/pair.resolver.js';
import { QualityResolver } from './coordinator/quality.resolver.js';
import { ReviewResolver } from './coordinator/review.resolver.js';
import { ServiceChangesResolver } from './service-changes.resolver.js';
import { ServiceResolver } from './service.resolver.js';
import { UnclearResolver } from './coordinator/unclear.resolver.js';

/** Names of the public contract; other systems use them. */
const unions = {
  RegisterOrganizationResult: ['Organization', 'InvalidInput', 'NotFound', 'IdempotencyConflict'],
  RegisterServiceResult: ['Service', 'InvalidInput', 'NotFound', 'IdempotencyConflict'],
  UpdateServiceResult: ['Service', 'InvalidInput', 'NotFound', 'VersionConflict', 'IdempotencyConflict'],
  WithdrawServiceResult: ['Service', 'NotFound', 'VersionConflict', 'IdempotencyConflict'],
  DecidePairResult: ['PairDecided', 'InvalidInput', 'NotFound', 'IdempotencyConflict'],
  DecideTermResult: ['TermDecision', 'DecisionRefused', 'InvalidInput', 'NotFound', 'IdempotencyConflict'],
  ResolveMissingResult: ['MissingResolved', 'InvalidInput', 'NotFound', 'IdempotencyConflict'],
  ResolveReviewResult: ['Review', 'InvalidInput', 'NotFound', 'IdempotencyConflict'],
  VerifyServiceResult: ['Service', 'NotFound', 'IdempotencyConflict'],
};

describe('the registry in the graph', () => {
  it('has the operations and answers of the contract', async () => {
    const app = await Test.createTestingModule({ imports: [GraphQLSchemaBuilderModule] }).compile();
    const lists = [ReviewResolver, UnclearResolver, DecisionResolver, QualityResolver, MissingResolver, PairResolver];
    const schema = await app.get(GraphQLSchemaFactory).create([ServiceResolver, ServiceChangesResolver, OrganizationResolver, ...lists]);
    const query = printType(schema.getQueryType() as GraphQLObjectType).replaceAll(/"""[^]*?"""\n\s*/g, '');
    expect(query).toContain('service(id: ID!): Service\n');
    expect(query).toContain('services(filter: ServiceFilter, first: Int, after: String): ServiceConnection!');
    expect(query).toContain('reviewQueue(first: Int, after: String): ReviewConnection!');
    expect(query).toContain('unclearTerms(source: String, first: Int, after: ID): [UnclearTerm!]!');
    expect(query).toContain('directoryQuality: [SourceQuality!]!');
    expect(query).toContain('missingServices(source: String, first: Int, after: String): MissingServiceConnection!');
    expect(query).toContain('possiblePairs(first: Int, after: String): PossiblePairConnection!');
    expect(query).toContain('organization(id: ID!): Organization\n');
    for (const [name, members] of Object.entries(unions)) {
      expect((schema.getType(name) as GraphQLUnionType).getTypes().map((type) => type.name)).toEqual(members);
      const operation = name.replace('Result', '');
      const field = schema.getMutationType()?.getFields()[operation[0]!.toLowerCase() + operation.slice(1)];
      expect([String(field?.type), String(field?.args[0]?.type)]).toEqual([`${name}!`, `${operation}Input!`]);
    }
    await app.close();
  });
});
