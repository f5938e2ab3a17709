import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { failIfMissing, findJava, findPostgres, hasMaven, javaVersion, missing } from './find-tools.js';

let root: string;
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'haven-tools-'))));
afterEach(() => rm(root, { recursive: true }));

const put = async (path: string, text = '') => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text, { mode: 0o755 });
};
const install = async (version: string, { postgis }: { postgis: boolean }) => {
  await put(`usr/lib/postgresql/${version}/bin/initdb`);
  if (postgis) await put(`usr/share/postgresql/${version}/extension/postgis.control`);
};
const bin = (version: string) => join(root, 'usr/lib/postgresql', version, 'bin');

describe('PostgreSQL', () => {
  it('is the newest that has PostGIS', async () => {
    for (const version of ['9.6', '15', '16']) await install(version, { postgis: true });
    await install('17', { postgis: false });
    expect(await findPostgres(join(root, 'data'), root)).toBe(bin('16'));
  });

  it('is the version that made the data', async () => {
    for (const version of ['15', '16']) await install(version, { postgis: true });
    await put('data/PG_VERSION', '15\n');
    expect(await findPostgres(join(root, 'data'), root)).toBe(bin('15'));
    await put('data/PG_VERSION', '14\n');
    expect(await findPostgres(join(root, 'data'), root)).toBeNull();
  });

  it('is missing if it is too old or not installed', async () => {
    expect(await findPostgres(join(root, 'data'), root)).toBeNull();
    await install('14', { postgis: true });
    expect(await findPostgres(join(root, 'data'), root)).toBeNull();
  });
});

describe('Java and Maven', () => {
  const empty = () => ({ PATH: root });

  it('are missing if there are none', async () => {
    expect(await findJava(empty())).toBeNull();
    expect(await hasMaven(empty())).toBe(false);
  });

  it('must be new enough, and JAVA_HOME decides', async () => {
    await put('old/bin/java', '#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2');
    await put('new/bin/java', '#!/bin/sh\necho \'openjdk version "21" 2023-09-19\' >&2');
    expect(await findJava({ ...process.env, JAVA_HOME: join(root, 'old') })).toBeNull();
    expect(await findJava({ ...process.env, JAVA_HOME: join(root, 'new') })).toBe(join(root, 'new/bin/java'));
    expect(javaVersion('java version "1.8.0_392"')).toBe(1);
  });

  it('are all reported at once, each with advice', () => {
    expect(() => failIfMissing([null, null])).not.toThrow();
    expect(() => failIfMissing([missing.java, null, missing.postgres])).toThrow(
      /apt-get install openjdk-17.*KAFKA_BROKERS.*\n.*apt-get install postgresql-15.*HAVEN_POSTGRES_URL/,
    );
  });
});
