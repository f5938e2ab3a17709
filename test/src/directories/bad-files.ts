import { createWriteStream } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

const good = { id: 'good-1', name: 'Good service', organization_id: 'good-o', status: 'active' };
const organization = { id: 'good-o', name: 'Good organization', description: 'For tests.' };
const whole = { ...good, organization };
const rows = (...lines: string[]): string => `${lines.join('\r\n')}\r\n`;
const header = 'id,organization_id,name,status';

/** A bad input, the expected report, and how many services must be stored all the same. */
export interface BadFile {
  readonly name: string;
  readonly codes: readonly string[];
  readonly services: number;
  /** Writes it below the directory and returns the path to import. */
  readonly write: (directory: string) => Promise<string>;
}

const file = (name: string, content: string | Buffer) => async (directory: string) => {
  await writeFile(join(directory, name), content);
  return join(directory, name);
};

const folder = (files: Readonly<Record<string, string | Buffer>>) => async (directory: string) => {
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  return directory;
};

async function zip(path: string, entries: Readonly<Record<string, Buffer>>): Promise<string> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) archive.addBuffer(content, name);
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(path));
  return path;
}

const csv = rows(header, 'zip-1,,In a zip,active');

/** The tool that makes zips refuses such a name, so it is inserted afterwards, with the same length. */
async function climbingZip(directory: string): Promise<string> {
  const path = await zip(join(directory, 'climbing.zip'), {
    'services.csv': Buffer.from(csv),
    'xx/xx/organizations.csv': Buffer.from('id,name\r\nx,X\r\n'),
  });
  const bytes = (await readFile(path)).toString('latin1').replaceAll('xx/xx/', '../../');
  await writeFile(path, Buffer.from(bytes, 'latin1'));
  return path;
}

async function linkedFolder(directory: string): Promise<string> {
  await mkdir(join(directory, 'csv'));
  await writeFile(join(directory, 'csv', 'services.csv'), rows(header, 'linked-1,,Beside a link,active'));
  await symlink('/etc/passwd', join(directory, 'csv', 'organizations.csv'));
  return join(directory, 'csv');
}

/** Bad inputs, each next to something good that must not be lost. */
export const badFiles: readonly BadFile[] = [
  {
    name: 'CSV in UTF-16',
    codes: ['DECODED_UTF16'],
    services: 1,
    write: folder({ 'services.csv': Buffer.from(`\ufeff${rows(header, 'utf16-1,,Bürgerhilfe,active')}`, 'utf16le') }),
  },
  {
    name: 'CSV with broken quotes',
    codes: ['CSV_BROKEN_QUOTES'],
    services: 2,
    write: folder({ 'services.csv': rows(header, 'quote-1,,Before,active', 'quote-2,,"Broken" quotes,active', 'quote-3,,After,active') }),
  },
  { name: 'a file of NUL bytes', codes: ['UNKNOWN_ENCODING'], services: 0, write: folder({ 'services.csv': Buffer.alloc(4096) }) },
  {
    name: 'JSON 100,000 levels deep',
    codes: ['JSON_TOO_DEEP'],
    services: 0,
    write: file('deep.json', `{"id":"deep-1","name":"Deep","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  },
  { name: 'JSON that breaks off', codes: ['JSON_BROKEN'], services: 0, write: file('broken.json', '{"id": "broken-1", "name": "Bro') },
  {
    name: 'a key __proto__',
    codes: ['FORBIDDEN_KEY'],
    services: 1,
    write: file(
      'proto.json',
      JSON.stringify({ ...whole, id: 'proto-1' }).replace(
        '{',
        '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, ',
      ),
    ),
  },
  {
    name: 'a zip bomb',
    codes: ['ZIP_BOMB'],
    services: 0,
    write: (directory) => zip(join(directory, 'bomb.zip'), { 'services.csv': Buffer.alloc(60_000_000, 0x61) }),
  },
  { name: 'a zip with ../ in a name', codes: ['ZIP_UNSAFE_PATH'], services: 1, write: climbingZip },
  { name: 'a zip that is none', codes: ['ZIP_BROKEN'], services: 0, write: file('none.zip', 'PK this is not a zip') },
  { name: 'a link to a system file', codes: ['LINK_NOT_FOLLOWED'], services: 1, write: linkedFolder },
  {
    name: 'an id twice',
    codes: ['DUPLICATE_ID'],
    services: 1,
    write: folder({ 'services.csv': rows(header, 'twice-1,,First,active', 'twice-1,,Second,active') }),
  },
  {
    name: 'references to nothing',
    codes: ['DANGLING_REFERENCE'],
    services: 1,
    write: folder({
      'services.csv': rows(header, 'dangling-1,no-such-organization,Alone,active'),
      'phones.csv': rows('id,service_id,number', 'dangling-p,no-such-service,+1 202 555 0100'),
    }),
  },
  {
    name: 'a latitude of 100',
    codes: ['NOT_ON_EARTH'],
    services: 1,
    write: file('earth.json', JSON.stringify(placed('nowhere', { latitude: 100, longitude: 20 }))),
  },
  {
    name: 'CSV in Windows-1252 with semicolons',
    codes: ['DECODED_SINGLE_BYTE'],
    services: 1,
    write: folder({ 'services.csv': Buffer.from(rows('id;name;status', 'latin-1;Fundación Niños;active', ';;', ';;'), 'latin1') }),
  },
  {
    name: 'a row with nothing but a state',
    codes: ['NAME_UNKNOWN'],
    services: 1,
    write: folder({ 'services.csv': rows(header, 'named-1,,Named,active', ',,,active') }),
  },
  {
    name: 'a service that is nowhere',
    codes: ['POSITION_MISSING'],
    services: 1,
    write: file('nowhere.json', JSON.stringify({ ...whole, id: 'placeless-1' })),
  },
  {
    name: 'latitude and longitude exchanged',
    codes: ['POSITION_ELSEWHERE'],
    services: 1,
    write: file(
      'exchanged.json',
      JSON.stringify(placed('exchanged', { latitude: 21.43, longitude: 41.99, addresses: [{ id: 'exchanged-a', country: 'MK' }] })),
    ),
  },
  {
    name: 'a path with nothing at it',
    codes: ['FILE_NOT_FOUND'],
    services: 0,
    write: async (directory) => join(directory, 'nothing-here'),
  },
];

function placed(name: string, at: object): object {
  const location = { id: `${name}-l`, location_type: 'physical', ...at };
  const link = { id: `${name}-sl`, service_id: `${name}-1`, location_id: `${name}-l`, location };
  return { ...whole, id: `${name}-1`, service_at_locations: [link] };
}
