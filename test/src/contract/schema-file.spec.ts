import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import type { IntrospectionQuery } from 'graphql';
import { ask } from '../harness/graphql.js';
import { repositoryDirectory } from '../harness/repository.js';
import { sharedSystem } from '../harness/shared-system.js';

const file = join(repositoryDirectory, 'schema.graphql');

/** After a change that is meant: HAVEN_WRITE_SCHEMA=true npm run jest -- --selectProjects e2e -- schema-file */
it('the committed schema.graphql is the schema of the running system', async () => {
  const system = sharedSystem();
  const { data } = await ask<IntrospectionQuery>(system.url, { query: getIntrospectionQuery(), token: await system.token('AUDITOR') });
  const running = `${printSchema(lexicographicSortSchema(buildClientSchema(data!)))}\n`;
  if (process.env['HAVEN_WRITE_SCHEMA'] === 'true') await writeFile(file, running);
  expect(await readFile(file, 'utf8')).toBe(running);
});
