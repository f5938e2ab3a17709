import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { lexicographicSortSchema, parse, printSchema, buildASTSchema } from 'graphql';
import { inRepository } from '../harness/repository.js';

it('the gateway shows the schema that the single process shows, byte for byte', async () => {
  const supergraph = parse(await readFile(inRepository('apps/gateway/supergraph.graphql'), 'utf8'));
  const shown = printSchema(lexicographicSortSchema(buildASTSchema(transformSupergraphToPublicSchema(supergraph))));
  expect(`${shown}\n`).toBe(await readFile(inRepository('schema.graphql'), 'utf8'));
});
