import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandWorks } from '../deploy/command-works.js';
import { inRepository } from '../harness/repository.js';
import { startSystem, type OwnSystem } from '../harness/system.js';
import { importInto } from '../directories/import-report.js';
import { readHsds, type Document } from './ask-hsds.js';

/** The OpenAPI document of HSDS 3.1 and its schemas, where they are at hand. */
const official = inRepository('../shared/hsds/schema');
const examples = inRepository('../shared/hsds/examples');
const shapes = inRepository('test/src/directories/shapes');
/** What is asked about: the official examples, and directories of other shapes. */
const directories = [
  ...['csv', 'service_full.json', 'organization_full.json', 'service_at_location_full.json'].map((name) => join(examples, name)),
  ...['services-advisor.json', '211-agencies', 'annuaire-lyon.csv'].map((name) => join(shapes, name)),
];
const schemathesis = process.env['HAVEN_SCHEMATHESIS'] ?? 'schemathesis';
const whenPresent = existsSync(official) && commandWorks(schemathesis, '--version') ? describe : describe.skip;

const lists = ['services', 'service_at_locations', 'organizations', 'taxonomies', 'taxonomy_terms'] as const;
/** The document defines the answers to good questions only; a refusal has a status of its own. */
const checks = 'not_a_server_error,response_schema_conformance,content_type_conformance';

whenPresent('the directory under /hsds, asked by Schemathesis after the OpenAPI document of HSDS 3.1', () => {
  let system: OwnSystem;
  let folder: string;

  beforeAll(async () => {
    system = await startSystem();
    for (const [n, directory] of directories.entries()) await importInto(system, directory, `directory-${n}`);
    folder = await mkdtemp(join(tmpdir(), 'haven-openapi-'));
    for (const [name, text] of Object.entries(await documents(system))) await writeFile(join(folder, name), text);
  }, 300_000);
  afterAll(async () => {
    await system.remove();
    await rm(folder, { recursive: true });
  }, 30_000);

  it('answers each question as the document says', async () => {
    const { status, output } = await ask(join(folder, 'openapi.json'), system);
    expect(output).toContain('Test cases:');
    expect([status, status === 0 ? '' : output]).toEqual([0, '']);
  }, 600_000);
});

async function ask(document: string, system: OwnSystem): Promise<{ status: number; output: string }> {
  const token = await system.token('AUDITOR');
  const words = [
    ...['run', document, '--url', `${system.url}/hsds`, '--header', `Authorization: Bearer ${token}`, '--exclude-method', 'POST'],
    ...['--checks', checks, '--phases', 'examples,coverage,fuzzing', '--max-examples', '10', '--seed', '1', '--rate-limit', 'auto'],
    ...['--warnings', 'off', '--no-color'],
  ];
  return new Promise((resolve) => {
    // It writes what failed beside itself.
    execFile(schemathesis, words, { cwd: dirname(document), maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }),
    );
  });
}

/** The official document with schemas beside it, and ids that are there. */
async function documents(system: OwnSystem): Promise<Record<string, string>> {
  const document = JSON.parse(await readFile(join(official, 'openapi.json'), 'utf8')) as OpenApi;
  for (const list of lists) {
    const { contents } = await readHsds<{ contents: readonly Document[] }>(system, `/${list}?per_page=50`);
    expect(contents.length).toBeGreaterThan(0);
    const [id] = document.paths[`/${list}/{id}`]!.parameters;
    id!.schema['enum'] = contents.map((one) => one['id']);
  }
  // The document names the schema of a service there; its own example does not fit that.
  document.paths['/service_at_locations/{id}']!.get.responses[200].content['application/json'].schema['$ref'] = 'service_at_location.json';
  const { definitions } = JSON.parse(await readFile(join(official, 'compiled', 'service_with_definitions.json'), 'utf8')) as Definitions;
  const schemas: Record<string, unknown> = {};
  for (const name of ['service', 'service_list', 'service_at_location', 'service_at_location_list', 'organization', 'organization_list'])
    schemas[name] = JSON.parse(await readFile(join(official, 'compiled', `${name}.json`), 'utf8'));
  for (const name of ['taxonomy', 'taxonomy_term']) schemas[name] = { ...definitions[name], definitions };
  const text = JSON.stringify(document).replaceAll(/"https:[^"]*\/(\w+\.json)"/g, '"$1"');
  return {
    'openapi.json': text,
    ...Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`${name}.json`, asGiven(schema)])),
  };
}

/** Ids are those of the publishers, whether they are UUIDs or not. */
const asGiven = (schema: unknown): string =>
  JSON.stringify(schema, (key, value: unknown) => (key === 'format' && typeof value === 'string' ? undefined : value));

interface WithSchema {
  readonly schema: Record<string, unknown>;
}
interface OneOfAList {
  readonly parameters: readonly WithSchema[];
  readonly get: { readonly responses: { readonly 200: { readonly content: { readonly 'application/json': WithSchema } } } };
}
interface OpenApi {
  readonly paths: Readonly<Record<string, OneOfAList>>;
}
interface Definitions {
  readonly definitions: Readonly<Record<string, object>>;
}
