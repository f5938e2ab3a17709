import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryName } from './directory-name.js';
import { defaultLimits } from './files/limits.js';

describe('the name of a directory', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-names-'));
    await mkdir(join(folder, 'Île de France, 2026'));
    await mkdir(join(folder, '都市'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const nameOf = async (path: string, dataPackage?: object) => {
    const described = join(folder, path, 'datapackage.json');
    if (dataPackage) await writeFile(described, JSON.stringify(dataPackage));
    const found = await directoryName(join(folder, path), defaultLimits);
    await rm(described, { force: true });
    return { ...found, path: found.path.slice(folder.length + 1) };
  };

  it('is that of its file or folder; a table is part of its folder', async () => {
    expect(await nameOf('Île de France, 2026')).toEqual({ name: 'Ile-de-France-2026', path: 'Île de France, 2026' });
    expect(await nameOf('dc.zip')).toEqual({ name: 'dc', path: 'dc.zip' });
    expect(await nameOf('dc-2026.json')).toEqual({ name: 'dc-2026', path: 'dc-2026.json' });
    for (const file of ['services.csv', 'organizations.ndjson', 'physical_addresses.csv'])
      expect(await nameOf(join('Île de France, 2026', file))).toEqual({ name: 'Ile-de-France-2026', path: 'Île de France, 2026' });
    expect((await nameOf('都市')).name).toBe('directory');
  });

  it('is that of its publisher, if a description of its tables names one', async () => {
    const named = async (description: object) => (await nameOf('都市', description)).name;
    expect(await named({ name: 'open-referral', contributors: [{ title: 'DC Food Bank', role: 'publisher' }] })).toBe('DC-Food-Bank');
    expect(await named({ publisher: { name: 'Alpha' } })).toBe('Alpha');
    expect(await named({ name: 'town_directory' })).toBe('town_directory');
    expect(await named({ name: 'human_services_data' })).toBe('directory');
  });

  it('is that of the source in a Haven export', async () => {
    const ours = { name: 'haven-export', 'x-haven-neutralised': true };
    expect((await nameOf('都市', { ...ours, 'x-haven-source': 'dc' })).name).toBe('dc');
    expect((await nameOf('都市', ours)).name).toBe('haven');
  });
});
