import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { readDirectory } from './read-directory.js';
import type { ReadItem } from './read-item.js';

type Files = { readonly [name: string]: string | Buffer };

async function read(files: Files): Promise<ReadItem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'haven-order-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const items: ReadItem[] = [];
  for await (const item of readDirectory(folder)) items.push(item);
  await rm(folder, { recursive: true });
  return items;
}

const addresses = 'id,location_id,address_1\na,l,Secret Street 1\n';
const locations = 'id,location_type,latitude,longitude\nl,physical,3.5,98.6\n';
const attributes = 'id,link_id,link_entity,value,taxonomy_term_id\nv,l,location,CONFIDENTIAL,t\n';
const terms = 'id,code,name\nt,haven:visibility,haven:visibility\nt2,x,Other\n';
const term = { id: 't', code: 'haven:visibility', name: 'haven:visibility' };
const mark = { id: 'v', value: 'CONFIDENTIAL', link_entity: 'location', link_id: 'l', taxonomy_term_id: 't' };
const place = { id: 'l', location_type: 'physical', latitude: 3.5, longitude: 98.6 };
const service = { id: 's', name: 'S', status: 'active' };
const line = (...documents: object[]) => documents.map((document) => JSON.stringify(document)).join('\n');

const forms: [string, Files | (() => Promise<Buffer>)][] = [
  ['CSV', { 'addresses.csv': addresses, 'attributes.csv': attributes, 'locations.csv': locations, 'taxonomy_terms.csv': terms }],
  [
    'CSV in a zip',
    () => zipped({ 'locations.csv': locations, 'addresses.csv': addresses, 'taxonomy_terms.csv': terms, 'attributes.csv': attributes }),
  ],
  [
    'a document',
    {
      's.json': JSON.stringify({
        ...service,
        service_at_locations: [{ id: 'at', location: { ...place, attributes: [{ ...mark, taxonomy_term: term }] } }],
      }),
    },
  ],
  ['tabular JSON', { 'all.json': JSON.stringify({ 'locations.csv': [place], 'attributes.csv': [mark], 'taxonomy_terms.csv': [term] }) }],
  ['one object a line', { 'all.ndjson': line({ ...service, service_at_locations: [{ id: 'at', location: place }] }, mark, term) }],
  [
    'several files',
    {
      '1.json': JSON.stringify({ ...service, service_at_locations: [{ id: 'at', location: place }] }),
      '2.ndjson': line(mark),
      '3/taxonomy_terms.csv': terms,
    },
  ],
];

async function zipped(files: Files): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

describe('the content of a directory', () => {
  it.each(forms)('is read once, including the tag of a confidential place: in %s', async (_name, files) => {
    const items = await read(typeof files === 'function' ? { 'all.zip': await files() } : files);
    const keys = items.flatMap((item) => (item.kind === 'record' ? [`${item.record.object} ${item.record.id} ${item.reads}`] : []));
    expect(keys).toEqual(expect.arrayContaining(['attribute v 1', 'taxonomy_term t 1', 'location l 1']));
    expect(new Set(keys).size).toBe(keys.length);
    expect(items.filter((item) => item.kind === 'problem' && item.line.action === 'skipped')).toEqual([]);
  });

  it('counts once if two have the same id; if the other one says that it is confidential, that is kept as a Haven tag', async () => {
    const rows = 'id,location_type,name,confidential\nl,physical,One,\nl,physical,Other,yes\n';
    const items = await read({ 'locations.csv': rows });
    const records = items.flatMap((item) => (item.kind === 'record' ? [item] : []));
    expect(records.map(({ record, reads }) => [record.object, record.properties.name ?? record.properties.value, reads])).toEqual([
      ['location', 'One', 1],
      ['taxonomy_term', 'haven:visibility', 0],
      ['attribute', 'CONFIDENTIAL', 0],
    ]);
    expect(items.filter((item) => item.kind === 'problem').map(({ line }) => line.code)).toEqual(['DUPLICATE_ID']);
  });
});
