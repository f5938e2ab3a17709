import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import type { IntrospectionQuery } from 'graphql';
import { inRepository } from '../harness/repository.js';
import { sharedSystem } from '../harness/shared-system.js';

const file = inRepository('schema.graphql');

/** After an intended change: HAVEN_WRITE_SCHEMA=true npm run jest -- --selectProjects e2e -- schema-file */
it('the committed schema.graphql is the schema of the running system', async () => {
  const introspection = await sharedSystem().query<IntrospectionQuery>(getIntrospectionQuery({ specifiedByUrl: true }));
  const running = `${printSchema(lexicographicSortSchema(buildClientSchema(introspection)))}\n`;
  if (process.env['HAVEN_WRITE_SCHEMA'] === 'true') await writeFile(file, running);
  expect(await readFile(file, 'utf8')).toBe(running);
});
