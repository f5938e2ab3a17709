import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { flatten } from '../hsds/flatten.js';
import { declarationOf } from '../hsds/objects.js';
import { objectNames, type HsdsRecord, type JsonObject, type JsonValue, type ObjectName } from '../hsds/record.js';
import { validate } from '../import/validate.js';
import { scrub } from './scrub.js';
import { readDirectory } from './read-directory.js';
import { memorySource } from './record-source.js';
import { writeDirectory, type ExportFormat } from './write-directory.js';

jest.setTimeout(120_000);

let folder = '';
let made = 0;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'haven-round-trip-'))));
afterAll(() => rm(folder, { recursive: true }));

async function read(path: string): Promise<HsdsRecord[]> {
  const records: HsdsRecord[] = [];
  for await (const item of readDirectory(path)) if (item.kind === 'record') records.push(item.record);
  return records;
}

async function roundTrip(records: readonly HsdsRecord[], format: ExportFormat, ending = ''): Promise<HsdsRecord[]> {
  const path = join(folder, `${made++}${ending}`);
  expect((await writeDirectory(memorySource(records), path, format)).ok).toBe(true);
  const back = await read(path);
  const kept = new Set(back.flatMap(givenKeys));
  expect(records.flatMap(givenKeys).filter((key) => !kept.has(key))).toEqual([]);
  return back;
}

/** Nestings for which the record also has a foreign key. */
const givenKeys = ({ object, id, links, references }: HsdsRecord): string[] => [
  ...links.filter(({ isGiven }) => isGiven).map((link) => `${object} ${id} in ${link.parentObject} ${link.parentId} ${link.property}`),
  ...references.filter(({ isGiven }) => isGiven).map((reference) => `${object} ${id} has ${reference.property} ${reference.id}`),
];

interface Comparable {
  properties: unknown;
  references: string[];
  links: string[];
}

/** Records by key. Parts of one record are joined, and the order of siblings is compared separately from their positions. */
function comparable(records: readonly HsdsRecord[], exactPositions: boolean): Record<string, Comparable> {
  const found: Record<string, Comparable> = {};
  for (const { object, id, properties, references, links } of records) {
    const entry = (found[`${object} ${id}`] ??= { properties, references: [], links: [] });
    const add = (list: string[], text: string) => list.includes(text) || list.push(text);
    references.forEach((reference) => add(entry.references, `${reference.property} ${reference.object} ${reference.id}`));
    links.forEach((link) =>
      add(entry.links, [link.parentObject, link.parentId, link.property, ...(exactPositions ? [link.position] : [])].join(' ')),
    );
  }
  Object.values(found).forEach((entry) => (entry.references.sort(), entry.links.sort()));
  return found;
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+2', '+x', "'q", 'json:1', 'a,b\n"c"', ' x ', '-', '007', 'Phnom Penh ភ្នំពេញ'),
);
const storable = (value: JsonValue): JsonValue => scrub(JSON.parse(JSON.stringify(value)) as JsonValue).value;
const unknownName = fc.constantFrom('Priority', 'haven mood', '=cmd()', 'url2', 'toString', 'a,b', 'Name');
const scalar = fc
  .oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.constant(null), fc.boolean())
  .map((value) => storable(value));

function objectOf(object: ObjectName, depth: number): fc.Arbitrary<JsonObject> {
  const { scalars, nested, foreignKeys } = declarationOf(object);
  const names = [...scalars.values()].filter((property) => !property.values).map((property) => property.name);
  const keys = foreignKeys.filter(({ kind }) => kind === 'link').map(({ column }) => column);
  const children = depth === 0 ? [] : [...nested.values()].filter(({ name, object: child }) => child !== 'service' && name !== 'metadata');
  const parts = children.map(({ name, object: child, many }) => {
    const one = objectOf(child, depth - 1);
    return fc.record({ [name]: many ? fc.array(one, { maxLength: 2 }) : one }) as fc.Arbitrary<JsonObject>;
  });
  return fc
    .tuple(
      fc.uuid(),
      fc.dictionary(fc.constantFrom('description', ...names), scalar, { maxKeys: 4 }),
      fc.dictionary(
        unknownName,
        fc.jsonValue({ maxDepth: 2 }).map((value) => storable(value as JsonValue)),
        { maxKeys: 2 },
      ),
      fc.dictionary(fc.constantFrom('no_key', ...keys), fc.constant(null), { maxKeys: 1 }),
      parts.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...parts), { maxLength: 2 }),
    )
    .map(([id, known, unknown, nulls, nestedParts]) => Object.assign({}, nulls, known, unknown, ...nestedParts, { id }) as JsonObject);
}

const service = objectOf('service', 3).map((given): JsonObject => ({ ...given, name: 'A service', status: 'active' }));
const directory = fc.tuple(
  fc.array(service, { minLength: 1, maxLength: 3 }),
  fc
    .array(fc.constantFrom(...objectNames), { maxLength: 3 })
    .chain((names) =>
      fc.tuple(
        ...names.map((object) =>
          objectOf(object, 1).map((given) =>
            flatten(object, object === 'organization' || object === 'service' ? { ...given, name: 'x' } : given),
          ),
        ),
      ),
    ),
);
const records = directory.map(([services, others]) => {
  const all = [...services.map((given) => flatten('service', given)), ...others].flatMap((flat) =>
    flat.records.map((found) => found.record),
  );
  return all.map(
    (record) =>
      validate(record.object === 'organization' ? { ...record, properties: { ...record.properties, name: 'An organization' } } : record)
        .record,
  );
});

describe('export and import', () => {
  it.each(['csv', 'json', 'ndjson'] as const)('give the same records through %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(records, async (given) => {
        expect(comparable(await roundTrip(given, format), format === 'csv')).toEqual(comparable(given, format === 'csv'));
      }),
      { numRuns: 40 },
    );
  });

  it.each(['json', 'ndjson'] as const)('give the same records through one file of %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(records, async (given) => {
        expect(comparable(await roundTrip(given, format, `.${format}`), false)).toEqual(comparable(given, false));
      }),
      { numRuns: 40 },
    );
  });

  it('writes one file if the path names one, and never overwrites another', async () => {
    const path = join(folder, 'out', 'all.ndjson');
    const unit = memorySource(flatten('unit', { id: 'u', name: 'bed' }).records.map(({ record }) => record));
    expect(await writeDirectory(unit, path, 'ndjson')).toEqual({ ok: true, value: { files: { 'all.ndjson': 1 } } });
    expect(await readFile(path, 'utf8')).toBe('{"x_haven_object":"unit","id":"u","name":"bed"}\n');
    expect(await writeDirectory(memorySource([]), path, 'ndjson')).toEqual({ ok: false, error: { kind: 'FolderNotEmpty', path } });
    const empty = join(folder, 'empty.json');
    expect(await writeDirectory(memorySource([]), empty, 'json')).toEqual({ ok: true, value: { files: { 'empty.json': 0 } } });
    expect(await readFile(empty, 'utf8')).toBe('[\n]\n');
  });

  it('keeps the same phone of two services, and its position in each', async () => {
    const phones = [
      { id: 'p1', number: '1' },
      { id: 'p2', number: '2' },
    ];
    const given = [
      ...flatten('service', { id: 'a', name: 'A', phones }).records,
      ...flatten('service', { id: 'b', name: 'B', phones: [...phones].reverse() }).records,
    ];
    const merged = [...new Map(given.map(({ record }) => [`${record.object}${record.id}`, record])).values()].map((record) => ({
      ...record,
      links: given
        .filter((other) => other.record.object === record.object && other.record.id === record.id)
        .flatMap((other) => other.record.links),
    }));
    for (const format of ['csv', 'json', 'ndjson'] as const) {
      expect(comparable(await roundTrip(merged, format), true)).toEqual(comparable(merged, true));
    }
  });

  it('keeps what a record says about missing parents', async () => {
    const flat = [
      flatten('service', {
        id: 's',
        name: 'S',
        status: 'active',
        organization_id: 'lost',
        phones: [{ id: 'p', number: '1', location_id: 'gone' }],
      }),
      flatten('contact', { id: 'c', name: 'C', location_id: 'gone' }),
    ];
    const given = flat.flatMap(({ records: found }) => found.map(({ record }) => record));
    for (const format of ['csv', 'json', 'ndjson'] as const) {
      expect(comparable(await roundTrip(given, format), false)).toEqual(comparable(given, false));
    }
  });

  it('refuses a folder that is not empty', async () => {
    const path = join(folder, 'full');
    await writeDirectory(memorySource(flatten('unit', { id: 'u', name: 'bed' }).records.map(({ record }) => record)), path, 'csv');
    expect(await writeDirectory(memorySource([]), path, 'json')).toEqual({ ok: false, error: { kind: 'FolderNotEmpty', path } });
    expect((await readdir(path)).sort()).toEqual(['datapackage.json', 'units.csv']);
    expect(await readFile(join(path, 'units.csv'), 'utf8')).toContain('u,bed');
  });
});

const examples = fileURLToPath(new URL('../../../../../shared/hsds/examples/', import.meta.url));
const whenPresent = existsSync(examples) ? describe : describe.skip;

whenPresent('official HSDS 3.1 examples', () => {
  it.each([
    'service_full.json',
    'organization_full.json',
    'service_at_location_full.json',
    'csv',
    'tabular.json',
    'taxonomy_term.json',
    'location.json',
  ])('%s', async (name) => {
    const given = await read(join(examples, name));
    expect(given.length).toBeGreaterThan(0);
    for (const format of ['csv', 'json', 'ndjson'] as const) {
      const exact = format === 'csv';
      expect(comparable(await roundTrip(given, format), exact)).toEqual(comparable(given, exact));
    }
  });
});
