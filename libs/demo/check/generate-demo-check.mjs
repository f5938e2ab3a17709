import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { demoText } from '../generator/directory.mjs';
import * as fitness from './fitness.mjs';
import * as invariants from './invariants.mjs';
import * as sentences from './sentences.mjs';

const file = new URL('../data/services.ndjson', import.meta.url);
const schemaFile = new URL('../../../../shared/hsds/schema/compiled/service.json', import.meta.url);
const megabytesMost = 4;

/** The page beside the data states its size. */
function pageProblems(services) {
  const organizations = new Set(services.map((record) => record.organization_id)).size;
  const sentence = `${services.length}, of ${organizations} organizations`;
  return page.includes(sentence) ? [] : [`README.md does not say "${sentence}"`];
}

/** The published schema allows any property, so a misspelt one would pass; therefore objects are closed first. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!schema || typeof schema !== 'object') return schema;
  const result = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return result.type === 'object' && result.properties ? { ...result, additionalProperties: false } : result;
}

function schemaProblems(services) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(closed(JSON.parse(readFileSync(schemaFile, 'utf8'))));
  return services.flatMap((record) => (validate(record) ? [] : [`${record.id}: ${ajv.errorsText(validate.errors)}`]));
}

function fileProblems(text) {
  return [
    ...(text === demoText() ? [] : ['services.ndjson is not what the generator writes: run npm run demo:generate']),
    ...(demoText() === demoText() ? [] : ['the generator is not deterministic']),
    ...(Buffer.byteLength(text) < megabytesMost * 1e6 ? [] : [`services.ndjson has more than ${megabytesMost} MB`]),
  ];
}

const text = readFileSync(file, 'utf8');
const page = readFileSync(new URL('README.md', file), 'utf8');
const services = text
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const checks = { file: () => fileProblems(text), page: pageProblems, ...invariants, ...sentences, ...fitness };
if (existsSync(schemaFile)) checks['HSDS 3.1 schema'] = schemaProblems;
else console.log('skipped  HSDS 3.1 schema: its files are not here');

let failed = false;
for (const [name, check] of Object.entries(checks)) {
  const problems = check(services);
  failed ||= problems.length > 0;
  console.log(`${problems.length > 0 ? 'FAILED' : 'ok'}  ${name}`);
  problems.slice(0, 10).forEach((problem) => console.log(`    ${problem}`));
}
process.exitCode = failed ? 1 : 0;
