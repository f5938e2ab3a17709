import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import yazl from 'yazl';
import type { HsdsRecord } from '../hsds/record.js';
import { defaultLimits, type ReadLimits } from './files/limits.js';
import { readDirectory } from './read-directory.js';
import type { ReportLine } from './read-item.js';

jest.setTimeout(60_000);

let root = '';
let made = 0;
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'haven-bad-input-'))));
afterAll(() => rm(root, { recursive: true }));

interface Outcome {
  readonly records: HsdsRecord[];
  readonly lines: ReportLine[];
  readonly reads: number;
}

async function read(path: string, limits: ReadLimits = defaultLimits): Promise<Outcome> {
  const found: Outcome & { reads: number } = { records: [], lines: [], reads: 0 };
  for await (const item of readDirectory(path, limits)) {
    if (item.kind === 'progress') continue;
    found.reads += item.reads;
    if (item.kind === 'record') found.records.push(item.record);
    else found.lines.push(item.line);
  }
  return found;
}

async function folder(files: Record<string, string | Buffer>): Promise<string> {
  const path = join(root, `${made++}`);
  await mkdir(path);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

async function zip(entries: Record<string, Buffer>, mode = 0o100644): Promise<string> {
  const path = join(root, `${made++}.zip`);
  const file = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) file.addBuffer(content, name, { mode });
  file.end();
  await pipeline(file.outputStream, createWriteStream(path));
  return path;
}

const readFiles = async (files: Record<string, string | Buffer>, limits?: ReadLimits): Promise<Outcome> =>
  read(await folder(files), limits);
const codes = ({ lines }: Outcome): string[] => lines.map(({ code, action }) => `${code} ${action}`);
const ids = ({ records }: Outcome): string[] => records.map(({ id }) => id);
const unit = (id: string, name = 'bed'): string => JSON.stringify({ id, name });

describe('bad CSV', () => {
  it('decodes and reports UTF-16, with and without a byte order mark', async () => {
    const text = 'id,name\r\nu,កុមារ bed\r\n';
    for (const bytes of [
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    ]) {
      const outcome = await readFiles({ 'units.csv': bytes });
      expect(codes(outcome)).toEqual(['DECODED_UTF16 repaired']);
      expect(outcome.records[0]!.properties).toEqual({ name: 'កុមារ bed' });
    }
  });

  it('drops the byte order mark of UTF-8 from the first column', async () => {
    expect(ids(await readFiles({ 'units.csv': '\ufeffid,name\nu,bed' }))).toEqual(['u']);
  });

  it('rejects a file of NUL bytes', async () => {
    expect(await readFiles({ 'units.csv': Buffer.alloc(100_000) })).toMatchObject({
      records: [],
      lines: [{ code: 'UNKNOWN_ENCODING', action: 'skipped' }],
    });
  });

  it('loses one row each to NUL bytes and broken quotes, and none to bad UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,name\n1,a\n2,b\0\n3,"c"c\n4,"d\n5,e\n6,'),
      Buffer.from([0xe9]),
      Buffer.from('\n7,ö\n8,ü\n'),
    ]);
    const outcome = await readFiles({ 'units.csv': bytes });
    expect(outcome.lines.map(({ row, code, action }) => [row, code, action])).toEqual([
      [null, 'INVALID_UTF8', 'repaired'],
      [2, 'CSV_NUL_BYTE', 'skipped'],
      [3, 'CSV_BROKEN_QUOTES', 'skipped'],
      [4, 'CSV_BROKEN_QUOTES', 'skipped'],
    ]);
    expect(outcome.records.map(({ id, properties }) => [id, properties.name])).toEqual([
      ['1', 'a'],
      ['5', 'e'],
      ['6', 'é'],
      ['7', 'ö'],
      ['8', 'ü'],
    ]);
    expect(outcome.reads).toBe(8);
  });

  it('makes no records from lines that are the rest of a broken row', async () => {
    const outcome = await readFiles({ 'units.csv': 'id,name\n1,"one\ntwo "x" three\nfour"\n2,b\n' });
    expect(ids(outcome)).toEqual(['2']);
    expect(codes(outcome)).toEqual(Array(3).fill('CSV_BROKEN_QUOTES skipped'));
  });

  it('reports missing and surplus cells, double and forbidden columns, and loses nothing', async () => {
    const outcome = await readFiles({ 'units.csv': 'id,name,name,__proto__,constructor\nu,bed,room,x,y,more\nv,cot\n' });
    expect(outcome.records.map(({ properties }) => properties)).toEqual([
      { name: 'bed', name_3: 'room', column_6: 'more' },
      { name: 'cot' },
    ]);
    expect(new Set(codes(outcome))).toEqual(new Set(['CSV_DUPLICATE_COLUMN repaired', 'FORBIDDEN_KEY skipped', 'CSV_CELL_COUNT repaired']));
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('makes no second record from a repeated row, and rejects the same id with other contents', async () => {
    const outcome = await readFiles({ 'units.csv': 'id,name\nu,bed\nu,bed\nu,room\n' });
    expect(ids(outcome)).toEqual(['u', 'u']);
    expect(outcome.lines).toMatchObject([{ row: 3, object: 'unit', id: 'u', code: 'DUPLICATE_ID', action: 'skipped' }]);
    expect(outcome.reads).toBe(3);
  });

  it('reads numbers of any length, and reports other notations', async () => {
    const table = 'id,latitude,longitude\na,34.116828979047402,-117.52592800069877\nb,+34.1168290, -117.5259280\n';
    const outcome = await readFiles({ 'locations.csv': table });
    expect(outcome.records.map(({ properties }) => properties)).toEqual([
      { latitude: 34.116828979047405, longitude: -117.52592800069877 },
      { latitude: 34.116829, longitude: -117.525928 },
    ]);
    const lines = outcome.lines.filter(({ code }) => code !== 'REQUIRED_MISSING');
    expect(lines.map(({ id, field, code, action }) => [id, field, code, action])).toEqual([
      ['b', 'latitude', 'NUMBER_READ', 'repaired'],
      ['b', 'longitude', 'NUMBER_READ', 'repaired'],
    ]);
  });

  it("keeps formulas of others, and restores Haven's own", async () => {
    const table = "id,name\nu,'=1+2\n";
    expect((await readFiles({ 'units.csv': table })).records[0]!.properties.name).toBe("'=1+2");
    const ours = await readFiles({ 'units.csv': table, 'datapackage.json': '{"x-haven-neutralised":true}' });
    expect(ours.records[0]!.properties.name).toBe('=1+2');
  });

  it("does not trust Haven's own key in a file: JSON in a cell is bounded and cleaned", async () => {
    const deep = `json:${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const outcome = await readFiles({
      'units.csv': `id,x\nu,"${deep}"\nv,"json:{""__proto__"":{""polluted"":1}}"\nw,json:{\n`,
      'datapackage.json': '{"x-haven-neutralised":true}',
    });
    expect(ids(outcome)).toEqual(['u', 'v', 'w']);
    expect(codes(outcome).filter((code) => code.startsWith('CSV_BAD_CELL'))).toHaveLength(3);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reports an unknown name and an empty file', async () => {
    const outcome = await readFiles({ 'budget.csv': 'id\n1', 'units.csv': '', 'picture.png': 'x' });
    expect(outcome.lines.map(({ file, code }) => [file, code])).toEqual([
      ['budget.csv', 'UNKNOWN_FILE'],
      ['picture.png', 'UNKNOWN_FILE'],
      ['units.csv', 'EMPTY_FILE'],
    ]);
  });
});

const named = (outcome: Outcome): [string, unknown][] => outcome.records.map(({ id, properties }) => [id, properties.name]);

describe('CSV as spreadsheets write it', () => {
  it('skips rows of separators without a report', async () => {
    const outcome = await readFiles({ 'organizations.csv': 'id,name,description\nu,House,d\n,,\n , ,\u00a0\n"","",\n' });
    expect(named(outcome)).toEqual([['u', 'House']]);
    expect(codes(outcome)).toEqual([]);
    expect(outcome.reads).toBe(1);
  });

  it('rejects a row without a name, with the reason', async () => {
    const outcome = await readFiles({ 'services.csv': 'id,name,description,status\n,,,active\ns,Shelter,d,active\nt,,,\n' });
    expect(named(outcome)).toEqual([['s', 'Shelter']]);
    expect(outcome.lines.filter(({ code }) => code === 'NAME_UNKNOWN').map(({ row, action }) => [row, action])).toEqual([
      [1, 'skipped'],
      [3, 'skipped'],
    ]);
    expect(outcome.reads).toBe(3);
  });

  it.each([
    ['semicolons', 'id;name\nu;"House; 5,2 m"\n'],
    ['semicolons, named in a first line', 'sep=;\r\nid;name\r\nu;"House; 5,2 m"\r\n'],
    ['tabs', 'id\tname\nu\tHouse; 5,2 m\n'],
    ['CR', 'id,name\ru,"House; 5,2 m"\r'],
  ])('reads %s', async (_name, text) => {
    expect(named(await readFiles({ 'units.csv': text }))).toEqual([['u', 'House; 5,2 m']]);
  });

  it('rejects a row with another separator than the header', async () => {
    const outcome = await readFiles({ 'units.csv': 'id,name\nu;bed\nv,cot\n' });
    expect(named(outcome)).toEqual([['v', 'cot']]);
    expect(codes(outcome)).toEqual(['CSV_OTHER_SEPARATOR skipped']);
  });

  it('rejects a file without a header', async () => {
    const outcome = await readFiles({ 'services.csv': 's1,o1,Shelter,active\ns2,o1,House,active\n' });
    expect([outcome.records, codes(outcome)]).toEqual([[], ['CSV_NO_HEADER skipped']]);
  });

  const spanish = 'id,name\nu,Fundación “Niños y Mañana” – à côté\nv,St. Mary’s\n';
  const macSpanish = Buffer.from([...'id,name\nu,Fundaci\x97n Ni\x96os y Ma\x96ana\n'].map((letter) => letter.charCodeAt(0)));
  const in1252: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '–': 0x96, '’': 0x92 };
  const windows = Buffer.from([...spanish].map((letter) => in1252[letter] ?? letter.charCodeAt(0)));
  const polish = Buffer.from([...'id,name\nu,ca\xb3odobowa pomoc dla dziewcz\xb9t\n'].map((letter) => letter.charCodeAt(0)));

  it.each([
    ['Windows-1252', windows, 'windows-1252', 'Fundación “Niños y Mañana” – à côté'],
    ['Mac OS Roman', macSpanish, 'macintosh', 'Fundación Niños y Mañana'],
    ['Windows-1250', polish, 'windows-1250', 'całodobowa pomoc dla dziewcząt'],
  ])('recognizes %s, and reports it', async (_name, bytes, encoding, name) => {
    for (const file of ['units.csv', 'units.txt', 'unit.ndjson']) {
      const content =
        file === 'unit.ndjson'
          ? Buffer.concat([Buffer.from('{"id":"u","name":"'), bytes.subarray(10, bytes.indexOf(10, 9)), Buffer.from('"}')])
          : bytes;
      const outcome = await readFiles({ [file]: content });
      expect(outcome.lines.map(({ code, action, message }) => [code, action, message.endsWith(`(${encoding})`)])).toEqual([
        ['DECODED_SINGLE_BYTE', 'repaired', true],
      ]);
      expect(outcome.records[0]!.properties.name).toBe(name);
    }
  });

  it.each([
    ['Cyrillic', 'cf f0 e8 fe f2 20 e4 eb ff 20 e6 e5 ed f9 e8 ed'],
    ['Thai', 'ba e9 d2 b9 be d1 a1 a9 d8 a1 e0 a9 d4 b9'],
    ['Chinese', 'c5 ae d0 d4 b1 d3 bb a4 cb f9'],
  ])('rejects another script in an old encoding: %s', async (_name, hex) => {
    const bytes = Buffer.concat([Buffer.from('id,name\nu,'), Buffer.from(hex.replaceAll(' ', ''), 'hex')]);
    const outcome = await readFiles({ 'units.csv': bytes });
    expect([outcome.records, codes(outcome)]).toEqual([[], ['UNKNOWN_ENCODING skipped']]);
  });

  it('reports letters that another program has lost', async () => {
    const outcome = await readFiles({ 'units.csv': 'id,name\nu,Fundaci\ufffdn\n' });
    expect(codes(outcome)).toEqual(['LETTERS_LOST kept']);
  });
});

describe('bad JSON', () => {
  it('spends one line on 100,000 levels', async () => {
    const deep = `{"id":"x","name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const outcome = await readFiles({ 'units.json': `[${unit('a')},${deep},${unit('b')}]`, 'units.ndjson': `${deep}\n${unit('c')}` });
    expect(codes(outcome)).toEqual(['JSON_TOO_DEEP skipped', 'JSON_TOO_DEEP skipped']);
    expect(ids(outcome)).toEqual(['a', 'b', 'c']);
  });

  it('leaves out polluting keys at every depth and reports them', async () => {
    const text = '{"id":"u","name":"bed","__proto__":{"polluted":1},"mood":[{"constructor":{"prototype":{"polluted":1}},"calm":true}]}';
    const outcome = await readFiles({ 'units.json': text });
    expect(outcome.lines.map(({ code, field, id }) => [code, field, id])).toEqual([
      ['FORBIDDEN_KEY', '__proto__', 'u'],
      ['FORBIDDEN_KEY', 'mood.0.constructor', 'u'],
    ]);
    expect(outcome.records[0]!.properties).toEqual({ name: 'bed', mood: [{ calm: true }] });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('spends one line on each broken or strange document', async () => {
    const outcome = await readFiles({
      'units.json': `[${unit('a')},{"id":},7,null,${unit('b')}]`,
      'units.ndjson': `{"id":\n"x"\n${unit('c')}`,
      'base.json': '{"version":"3.0","profile":"x","openapi_url":"y"}',
    });
    expect(codes(outcome)).toEqual([
      'JSON_UNKNOWN_OBJECT skipped',
      'JSON_BROKEN skipped',
      'JSON_NOT_AN_OBJECT skipped',
      'JSON_NOT_AN_OBJECT skipped',
      'JSON_BROKEN skipped',
      'JSON_NOT_AN_OBJECT skipped',
    ]);
    expect(ids(outcome)).toEqual(['a', 'b', 'c']);
    expect(outcome.reads).toBe(9);
  });

  it('keeps every digit of ids that are numbers', async () => {
    const outcome = await readFiles({ 'units.json': '[{"id":12345678901234567891,"name":"bed"},{"id":7,"name":"cot"}]' });
    expect(ids(outcome)).toEqual(['12345678901234567891', '7']);
  });

  it('replaces and reports NUL and half characters', async () => {
    const outcome = await readFiles({ 'units.json': '{"id":"u","name":"a\\u0000b\\ud800"}' });
    expect(outcome.records[0]!.properties.name).toBe('a\uFFFDb\uFFFD');
    expect(codes(outcome)).toEqual(['UNSTORABLE_CHARACTER repaired']);
  });
});

describe('files, links and zips', () => {
  it('does not follow links, in a folder or as the path', async () => {
    const path = await folder({ 'units.csv': 'id,name\nu,bed' });
    await symlink('/etc/passwd', join(path, 'services.csv'));
    await symlink('/etc', join(path, 'etc'));
    const outcome = await read(path);
    expect(outcome.lines.map(({ file, code }) => [file, code])).toEqual([
      ['etc', 'LINK_NOT_FOLLOWED'],
      ['services.csv', 'LINK_NOT_FOLLOWED'],
    ]);
    expect(codes(await read(join(path, 'services.csv')))).toEqual(['LINK_NOT_FOLLOWED skipped']);
    expect(codes(await read(join(path, 'nothing.csv')))).toEqual(['FILE_NOT_FOUND skipped']);
  });

  it('enforces the limits', async () => {
    const files = { 'units.csv': 'id,name\nu,bed', 'url.csv': 'id,url\nw,https://example.org' };
    expect(codes(await readFiles(files, { ...defaultLimits, files: 1 }))).toEqual(['TOO_MANY_FILES skipped']);
    expect(codes(await readFiles(files, { ...defaultLimits, fileBytes: 20 }))).toEqual(['FILE_TOO_LARGE skipped']);
    expect(codes(await readFiles(files, { ...defaultLimits, totalBytes: 20 }))).toEqual(['TOTAL_TOO_LARGE skipped']);
    expect(codes(await readFiles(files, { ...defaultLimits, fieldChars: 3 }))).toEqual(['CSV_FIELD_TOO_LARGE skipped']);
  });

  it('reports an empty folder or zip', async () => {
    expect(codes(await readFiles({}))).toEqual(['NO_FILES skipped']);
    expect(codes(await read(await zip({})))).toEqual(['NO_FILES skipped']);
  });

  it.each(['truncated', 'with a length that is a lie'])('reads nothing from a zip that is %s', async (fault) => {
    const path = await zip({ 'units.csv': Buffer.from(`id,name\n${'u,bed\n'.repeat(50_000)}`) });
    const bytes = await readFile(path);
    const central = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const lying = Buffer.from(bytes);
    lying.writeUInt32LE(bytes.readUInt32LE(central + 24) + 7, central + 24);
    await writeFile(path, fault === 'truncated' ? bytes.subarray(0, bytes.length / 2) : lying);
    const outcome = await read(path);
    expect([outcome.records, codes(outcome)]).toEqual([[], ['ZIP_BROKEN skipped']]);
  });

  it('reads a zip like a folder', async () => {
    const outcome = await read(await zip({ 'export/units.csv': Buffer.from('id,name\nu,bed') }));
    expect(ids(outcome)).toEqual(['u']);
    expect(outcome.lines).toEqual([]);
  });

  it('reports an entry that leaves the zip and reads the rest', async () => {
    const path = await zip({
      'xx/../units.csv': Buffer.from('id,name\nu,bed'),
      'url.csv': Buffer.from('id,url\nw,https://example.org'),
    }).catch(() => null);
    expect(path).toBeNull(); // yazl refuses to write one, so the name is put in afterwards
    const outcome = await read(await zipWithName('aa/aaaaa.csv', '../units.csv'));
    expect(codes(outcome)).toEqual(['ZIP_UNSAFE_PATH skipped']);
    expect(ids(outcome)).toEqual(['w']);
    expect(codes(await read(await zipWithName('aaaaaaa.csv', '/etc/passwd')))).toEqual(['ZIP_UNSAFE_PATH skipped']);
  });

  it('does not follow a link in a zip', async () => {
    expect(codes(await read(await zip({ 'units.csv': Buffer.from('/etc/passwd') }, 0o120777)))).toEqual(['LINK_NOT_FOLLOWED skipped']);
  });

  it('does not unpack a zip bomb', async () => {
    const outcome = await read(await zip({ 'units.csv': Buffer.alloc(50_000_000, 'a') }));
    expect(codes(outcome)).toEqual(['ZIP_BOMB skipped']);
  });

  it('stops a zip bomb with a false size', async () => {
    const path = await zip({ 'units.csv': Buffer.from(`id,name\n${'u,bed\n'.repeat(100_000)}`) });
    const bytes = await readFile(path);
    const central = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(300_000, central + 24);
    await writeFile(path, bytes);
    expect(codes(await read(path)).at(-1)).toMatch(/^ZIP_(BOMB|BROKEN) skipped$/);
  });

  it('reports a file that is no zip', async () => {
    const path = join(root, 'broken.zip');
    await writeFile(path, 'PK no zip');
    expect(codes(await read(path))).toEqual(['ZIP_BROKEN skipped']);
  });
});

/** A zip whose first entry carries another name of the same length. */
async function zipWithName(placeholder: string, name: string): Promise<string> {
  const padded = name.padStart(placeholder.length, name.startsWith('/') ? '/' : '.');
  const path = await zip({ [placeholder]: Buffer.from('id,name\nu,bed'), 'url.csv': Buffer.from('id,url\nw,https://example.org') });
  const text = (await readFile(path)).toString('latin1').replaceAll(placeholder, padded);
  await writeFile(path, Buffer.from(text, 'latin1'));
  return path;
}
