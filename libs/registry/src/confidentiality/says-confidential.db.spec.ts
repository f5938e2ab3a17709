import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import { readDirectory } from '../exchange/read-directory.js';
import { medan, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import type { ImportLine } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';

const secrets = ['Rahasia', '3.5951', '98.6722', 'do not tell'];
const centre = centreOfCell(publicCellOf(medan));
const attributes = 'id,link_id,link_entity,value,label,taxonomy_term_id';

const term = 'id,code,name\n$T,haven:visibility,Visibility\n';

/** How a publisher tags a place as confidential: the row of the attribute, and its term. */
const sayings: [string, string, string | null][] = [
  ['lower case', '$L,location,confidential,,$T', term],
  ['mixed case', '$L,location,Confidential,,$T', term],
  ['a space behind it', '$L,location,CONFIDENTIAL ,,$T', term],
  ['another word', '$L,location,secret,,$T', term],
  ['no value', '$L,location,,,$T', term],
  ['a label that tells more', '$L,location,CONFIDENTIAL,do not tell: Jalan Rahasia 77,$T', term],
  ['an upper-case kind', '$L,Location,secret,,$T', term],
  ['a plural kind', '$L,locations,secret,,$T', term],
  ['a file as the kind', '$L,location.csv,secret,,$T', term],
  ['a kind that nobody knows', '$L,Standort,CONFIDENTIAL,,$T', term],
  ['no kind', '$L,,CONFIDENTIAL,,$T', term],
  ['an id with a space', '$L ,location,secret,,$T', term],
  ['a term that is not there', '$L,location,secret,,haven:visibility', null],
  ['a label instead of a term', '$L,location,yes,haven:visibility,', null],
  ['a term by its name', '$L,location,secret,,$T', 'id,name\n$T,haven:visibility\n'],
  ['a term by its id', '$L,location,secret,,haven:visibility', 'id,name\nhaven:visibility,x\n'],
];

describe('a place that its publisher means to be confidential', () => {
  let on: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-said-'));
    on = await openTestRegistry();
  });
  afterAll(async () => {
    await on.close();
    await rm(folder, { recursive: true });
  });

  let count = 0;
  async function write(row: string, terms: string | null): Promise<string> {
    const id = `${(count += 1)}`;
    const files = {
      'organizations.csv': 'id,name,description\n$O,O,d\n',
      'services.csv': 'id,name,status,organization_id\n$S,Shelter,active,$O\n',
      'locations.csv': `id,location_type,name,latitude,longitude\n$L,physical,House,${medan.latitude},${medan.longitude}\n`,
      'addresses.csv': 'id,location_id,address_1,city,country,address_type\n$A,$L,Jalan Rahasia 77,Medan,ID,physical\n',
      'service_at_location.csv': 'id,service_id,location_id\n$X,$S,$L\n',
      'attributes.csv': `${attributes}\n$V,${row}\n`,
      ...(terms !== null && { 'taxonomy_terms.csv': terms }),
    };
    await mkdir(join(folder, id));
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, id, file), named(text, id));
    return id;
  }
  const named = (text: string, id: string): string => text.replaceAll(/\$([A-Z])/g, (_, letter: string) => `${letter}${id}`);

  async function load(id: string) {
    const lines: ImportLine[] = [];
    const options = { source: `source ${id}`, onLine: (line: ImportLine) => void lines.push(line) };
    const summary = await loadDirectory(on.registry, readDirectory(join(folder, id)), options);
    return { lines, counts: Object.values(summary) };
  }
  const found = async () => (await Promise.all(secrets.map((text) => on.whereIs(text)))).flat();

  it.each(sayings)('is confidential when tagged with %s', async (_name, row, terms) => {
    const id = await write(row, terms);
    const { counts } = await load(id);
    expect(await found()).toEqual([]);
    expect(await findService(on.registry, `S${id}`)).toMatchObject({ confidential: true, locations: [{ ...centre, precision: 'AREA' }] });
    expect(counts.map(({ read }) => read)).toEqual(counts.map(({ stored, unchanged, skipped }) => stored + unchanged + skipped));
    const again = await load(id);
    expect(again.counts.map(({ stored, skipped }) => stored + skipped)).toEqual(again.counts.map(() => 0));
    expect(await found()).toEqual([]);
  });

  it('waits for a person if only the tag comes, from another source, for a term from an earlier import', async () => {
    const id = await write('$L,location,public,,$T', term);
    await load(id);
    expect(await findService(on.registry, `S${id}`)).toMatchObject({ confidential: false, locations: [{ precision: 'EXACT' }] });
    await writeFile(join(folder, 'attributes.csv'), named(`${attributes}\n$W,$L,Locations,secret,,$T\n`, id));
    await loadDirectory(on.registry, readDirectory(join(folder, 'attributes.csv')), { source: 'other' });
    expect(await found()).toEqual([]);
    expect(await findService(on.registry, `S${id}`)).toMatchObject({ confidential: true, locations: [] });
  });

  it.each(['PUBLIC', 'Public', ' public '])('is public when tagged with %j', async (value) => {
    const id = await write(`$L,location,${value},,$T`, term);
    await load(id);
    expect(await findService(on.registry, `S${id}`)).toMatchObject({ confidential: false, locations: [{ precision: 'EXACT' }] });
  });
});
