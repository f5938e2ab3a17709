import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import yazl from 'yazl';
import type { HsdsRecord } from '../hsds/record.js';
import { readDirectory } from './read-directory.js';
import type { ReportLine } from './read-item.js';

let root = '';
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'haven-odd-'))));
afterAll(() => rm(root, { recursive: true }));

interface Outcome {
  readonly records: HsdsRecord[];
  readonly lines: ReportLine[];
}

async function read(path: string): Promise<Outcome> {
  const found: Outcome = { records: [], lines: [] };
  for await (const item of readDirectory(path)) {
    if (item.kind === 'record') found.records.push(item.record);
    else if (item.kind === 'problem') found.lines.push(item.line);
  }
  return found;
}

async function readFiles(files: Record<string, string | Buffer>): Promise<Outcome> {
  const folder = await mkdtemp(join(root, 'f-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return read(folder);
}

const named = ({ records }: Outcome) => records.map(({ id, properties }) => [id, properties.name]);
const codes = ({ lines }: Outcome): string[] => lines.map(({ code, action }) => `${code} ${action}`);

describe('odd files', () => {
  it('rows in which every cell means "empty" are no records', async () => {
    const rows = 'id,name,description\nNULL,NULL,NULL\nu,House,d\n-,-,-\nN/A,n/a,\n#N/A,,--\n\\N,\\N,\\N\n';
    const outcome = await readFiles({ 'organizations.csv': rows });
    expect([named(outcome), codes(outcome)]).toEqual([[['u', 'House']], []]);
  });

  it('a name that means "empty" is no name', async () => {
    const outcome = await readFiles({ 'services.csv': 'id,name,description,status\ns,N/A,Beds for women,active\nt,-,NULL,active\n' });
    expect(named(outcome)).toEqual([['s', 'Beds for women']]);
    expect(codes(outcome)).toEqual(expect.arrayContaining(['NAME_MISSING repaired', 'NAME_UNKNOWN skipped']));
  });

  it('a file with single quotes is refused', async () => {
    const outcome = await readFiles({ 'units.csv': "'id','name'\n'u','bed'\n" });
    expect([outcome.records, codes(outcome)]).toEqual([[], ['CSV_NO_HEADER skipped']]);
  });

  it('reports a repeated header and does not take it for a record', async () => {
    const part = 'id,name\n';
    const outcome = await readFiles({ 'units.csv': `${part}u,bed\n\ufeff"ID",name\nv,cot\n${part}` });
    expect(named(outcome)).toEqual([
      ['u', 'bed'],
      ['v', 'cot'],
    ]);
    expect(codes(outcome)).toEqual(['HEADER_REPEATS skipped', 'HEADER_REPEATS skipped']);
  });

  it.each(['Organization ID', 'OrganizationId', 'organization-id', ' ORGANIZATION_ID ', 'organization id'])(
    'a column is recognized in any spelling: %s',
    async (column) => {
      const text = `ID,Service Name,Description, Status,${column}\ns,Shelter,d,active,o\n`;
      const { records } = await readFiles({ 'services.csv': text });
      expect(records[0]).toMatchObject({ id: 's', properties: { name: 'Shelter', status: 'active' }, references: [{ id: 'o' }] });
    },
  );

  const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
  it.each([
    ['Windows-1250', 'O\x9crodek \xa3\xf3d\x9f, kobiet \xbfyj\xb9cych', 'Ośrodek Łódź, kobiet żyjących'],
    ['Windows-1250, capitals', 'O\x8cRODEK \xa3\xd3D\x8f', 'OŚRODEK ŁÓDŹ'],
    ['Windows-1254', 'Kad\xfdn S\xfd\xf0\xfdnma Evi, \xdei\xfeli', 'Kadın Sığınma Evi, Şişli'],
    ['Windows-1252, Icelandic', '\xde\xf3rsh\xf6fn, kvennaathvarfi\xf0', 'Þórshöfn, kvennaathvarfið'],
    ['ISO 8859-2', 'O\xb6rodek \xa3\xf3d\xbc, kobiet \xbfyj\xb1cych', 'Ośrodek Łódź, kobiet żyjących'],
    ['ISO 8859-15', 'Fondation \xbcuvre, 5 \xa4', 'Fondation Œuvre, 5 €'],
    [
      'Windows-1252 with spaces of its own',
      'Accueil\xa0de\xa0nuit \xab\xa0\xc9t\xe9\xa0\xbb',
      'Accueil\u00a0de\u00a0nuit «\u00a0Été\u00a0»',
    ],
    ['UTF-8 with a cell in Windows-1252', 'Se\xc3\xb1or y ni\xf1o', 'Señor y niño'],
    ['UTF-8 with some cells in Windows-1252', 'Se\xc3\xb1or, ni\xf1o, a\xf1o, oto\xf1o', 'Señor, niño, año, otoño'],
  ])('letters are decoded rightly: %s', async (_name, text, name) => {
    const outcome = await readFiles({ 'units.csv': bytesOf(`id,name\nu,"${text}"\n`) });
    expect(named(outcome)).toEqual([['u', name]]);
    expect(codes(outcome)).toEqual([expect.stringMatching(/^(DECODED_SINGLE_BYTE|INVALID_UTF8) repaired$/)]);
  });

  const twice = (text: string): Buffer => Buffer.from(Buffer.from(text).toString('latin1'));
  it.each([
    ['Fundación Niños', twice('Fundación Niños')],
    ['บ้าน “A”', Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from('บ้าน “A”')))],
  ])('letters that were encoded twice are decoded twice: %#', async (name, bytes) => {
    const outcome = await readFiles({ 'units.csv': Buffer.concat([Buffer.from('\ufeffid,name\nu,'), bytes, Buffer.from('\n')]) });
    expect(named(outcome)).toEqual([['u', name]]);
    expect(codes(outcome)).toEqual(['DECODED_TWICE repaired']);
  });

  it.each(['Fundación', 'NÃO', '5 £, Â©', 'Ã³ó', 'บ้าน'])('letters that were encoded once stay: %s', async (name) => {
    const outcome = await readFiles({ 'units.csv': `id,name\nu,"${name}"\n` });
    expect([named(outcome)[0], codes(outcome)]).toEqual([['u', name], []]);
  });

  it('UTF-32 is refused', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0, 0, ...[...'id,name\nu,bed'].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0])]);
    expect(codes(await readFiles({ 'units.csv': bytes }))).toEqual(['UNKNOWN_ENCODING skipped']);
  });

  it.each([
    ['a spreadsheet', 'PK\x03\x04\x14'],
    ['an old spreadsheet', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['a PDF', '%PDF-1.4\n'],
    ['a gzip', '\x1f\x8b\x08'],
  ])('a file that is not text is refused as such, whatever its name: %s', async (_name, start) => {
    const outcome = await readFiles({ 'services.csv': bytesOf(`${start}id,name\nu,bed\n`) });
    expect([outcome.records, codes(outcome)]).toEqual([[], ['UNKNOWN_ENCODING skipped']]);
  });

  it('a damaged entry is not read', async () => {
    const path = await stored({ 'units.csv': Buffer.from('id,name\nu,bed\n'), 'url.csv': Buffer.from('id,url\nw,https://example.org') });
    const bytes = await readFile(path);
    bytes[bytes.indexOf('u,bed')] = 'x'.charCodeAt(0);
    await writeFile(path, bytes);
    const outcome = await read(path);
    expect([outcome.records.map(({ id }) => id), codes(outcome)]).toEqual([['w'], ['ZIP_BROKEN skipped']]);
  });
});

/** A zip that is not packed. */
async function stored(entries: Record<string, Buffer>): Promise<string> {
  const path = join(root, 'stored.zip');
  const file = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) file.addBuffer(content, name, { compress: false });
  file.end();
  await pipeline(file.outputStream, createWriteStream(path));
  return path;
}
