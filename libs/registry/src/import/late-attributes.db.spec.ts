import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import { ZipFile } from 'yazl';
import { readDirectory } from '../exchange/read-directory.js';
import { medan, openTestRegistry, sealedAt, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import type { IncomingItem } from '../report/import-report.js';
import { loadDirectory } from './load-directory.js';

const secrets = ['Rahasia', '3.5951', '98.6722', '999 000'];
const centre = centreOfCell(publicCellOf(medan));

/** More than one batch, so that the place is stored long before its tag is read. */
const units = Array.from({ length: 520 }, (_, n) => ({ id: `u${n}`, name: 'bed' }));
const term = { id: 't', code: 'haven:visibility', name: 'haven:visibility', taxonomy: 'haven' };

/** One service at one place of the given name. Neither its address nor its phone has an id. */
function directory(name: string) {
  const place = { id: `l ${name}`, location_type: 'physical', name: 'House', latitude: medan.latitude, longitude: medan.longitude };
  const address = { location_id: place.id, address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical' };
  const phone = { location_id: place.id, number: '+62 999 000 777' };
  const mark = { id: `v ${name}`, link_entity: 'location', link_id: place.id, value: 'CONFIDENTIAL', taxonomy_term_id: 't' };
  const organization = { id: 'o', name: 'O', description: 'd' };
  const service = { id: `s ${name}`, name: 'Shelter', status: 'active' };
  const at = { id: `at ${name}` };
  /** In the order in which they are read: the tag last. */
  const tables: [string, object[]][] = [
    ['organizations', [organization]],
    ['services', [{ ...service, organization_id: 'o' }]],
    ['locations', [place]],
    ['addresses', [address]],
    ['phones', [phone]],
    ['service_at_location', [{ ...at, service_id: service.id, location_id: place.id }]],
    ['units', units],
    ['taxonomy_terms', [term]],
    ['attributes', [mark]],
  ];
  const nested = {
    ...service,
    organization,
    service_at_locations: [{ ...at, location: { ...place, addresses: [address], phones: [phone] } }],
  };
  return { tables, nested, mark };
}
const csv = (rows: object[]): string =>
  [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n');

type Files = { readonly [name: string]: string };
const csvFiles = (name: string): Files => Object.fromEntries(directory(name).tables.map(([table, rows]) => [`${table}.csv`, csv(rows)]));
const tabular = (name: string): string =>
  JSON.stringify(Object.fromEntries(directory(name).tables.map(([table, rows]) => [`${table}.csv`, rows])));
const lines = (rows: object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

async function zipped(path: string, files: Files): Promise<void> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

describe('a place that only the end of a directory tags as confidential', () => {
  let on: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-late-'));
    on = await openTestRegistry();
  });
  afterAll(async () => {
    await on.close();
    await rm(folder, { recursive: true });
  });

  const written = async (name: string, files: Files): Promise<string> => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name, file)), { recursive: true });
      await writeFile(join(folder, name, file), text);
    }
    return join(folder, name);
  };
  const found = async () => (await Promise.all(secrets.map((text) => on.whereIs(text)))).flat();

  /** Checks after each batch: at that moment there may be an export, a crash or another writer. */
  async function* watched(items: AsyncIterable<IncomingItem>): AsyncGenerator<IncomingItem> {
    let count = 0;
    for await (const item of items) {
      yield item;
      if (item.kind === 'record' && (count += 1) % 500 === 0) expect(await found()).toEqual([]);
    }
    expect(count).toBeGreaterThan(500);
  }

  const forms: [string, (name: string) => Promise<string>][] = [
    ['a folder of CSV', (name) => written(name, csvFiles(name))],
    [
      'a zip of CSV',
      async (name) => {
        await zipped(join(folder, 'all.zip'), csvFiles(name));
        return join(folder, 'all.zip');
      },
    ],
    ['tabular JSON', (name) => written(name, { 'all.json': tabular(name) })],
    ['one object a line', (name) => written(name, { 'all.ndjson': lines([directory(name).nested, ...units, term, directory(name).mark]) })],
    [
      'several files',
      (name) => {
        const { nested, mark } = directory(name);
        return written(name, {
          '1.json': JSON.stringify(nested),
          '2.ndjson': lines(units),
          '3/terms.ndjson': lines([term]),
          '4/attributes.csv': csv([mark]),
        });
      },
    ],
  ];

  it.each(forms)('is never shown in between, in %s, and the same again changes nothing', async (name, make) => {
    const path = await make(name);
    await loadDirectory(on.registry, watched(readDirectory(path)));
    expect(await found()).toEqual([]);
    expect(await findService(on.registry, `s ${name}`)).toMatchObject({
      confidential: true,
      phones: [],
      locations: [{ ...centre, precision: 'AREA' }],
    });
    const sealed = await sealedAt(on.registry, `l ${name}`);
    for (const text of secrets) expect(sealed).toContain(text);

    const again = await loadDirectory(on.registry, readDirectory(path));
    expect(Object.values(again).map(({ read, stored, unchanged, skipped }) => [stored, skipped, read - unchanged])).toEqual(
      Object.values(again).map(() => [0, 0, 0]),
    );
    expect((await on.events()).filter(({ key }) => key === `s ${name}`)).toHaveLength(1);
  });
});
