import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from '@jest/globals';
import { inRepository } from '../harness/repository.js';
import { sharedSystem } from '../harness/shared-system.js';
import { readHsds, type Document, type HsdsPage } from './ask-hsds.js';

/** The schemas of HSDS 3.1, if they are available. */
const schemas = inRepository('../shared/hsds/schema/compiled');
const whenPresent = existsSync(schemas) ? describe : describe.skip;

whenPresent('what the directory sends, against the JSON schemas of HSDS 3.1', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  const problemsOf = async (name: string, documents: readonly Document[]): Promise<readonly string[]> => {
    const schema = JSON.parse(await readFile(join(schemas, `${name}.json`), 'utf8')) as AnySchema;
    const validate = ajv.compile(schema);
    return documents.flatMap((document) =>
      validate(document) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`),
    );
  };

  it.each([
    ['/services', 'service_list'],
    ['/services?minimal=true', 'service_list'],
    ['/organizations', 'organization_list'],
    ['/service_at_locations', 'service_at_location_list'],
  ])('%s in lists', async (path, schema) => {
    const { contents } = await readHsds(sharedSystem(), `${path}${path.includes('?') ? '&' : '?'}per_page=100`);
    expect(contents.length).toBeGreaterThan(50);
    expect(await problemsOf(schema, contents)).toEqual([]);
  });

  it.each([
    ['/services', 'service'],
    ['/service_at_locations', 'service_at_location'],
  ])('%s in full', async (path, schema) => {
    const { contents } = await readHsds(sharedSystem(), `${path}?per_page=100&full=true`);
    expect(await problemsOf(schema, contents)).toEqual([]);
  });

  it('organizations in full', async () => {
    const { contents } = await readHsds<HsdsPage>(sharedSystem(), '/organizations?per_page=20');
    const whole = await Promise.all(
      contents.map(({ id }) => readHsds<Document>(sharedSystem(), `/organizations/${id as string}?full_service=true`)),
    );
    expect(await problemsOf('organization', whole)).toEqual([]);
  });
});
