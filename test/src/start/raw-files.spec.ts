import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { farService, mutate } from '../bad-input/registry-operations.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem, type OwnSystem } from '../harness/system.js';
import { whereInFiles, type Needle } from './raw-bytes.js';

const describeOwn = ownProcesses ? describe : describe.skip;
jest.setTimeout(400_000);

const entered: Needle = { street: 'Carrer de la Prova 4711', latitude: 41.3874653, longitude: 2.1686217 };
const imported: Needle = { street: 'Passeig del Fitxer 8122', latitude: 41.4036299, longitude: 2.1743558 };
const killed: Needle = { street: 'Travessera Tallada 9133', latitude: 41.3917713, longitude: 2.1649117 };

const visibility = {
  id: 'raw-v',
  value: 'CONFIDENTIAL',
  taxonomy_term: { id: 'raw-t', code: 'haven:visibility', name: 'Visibility', taxonomy: 'haven' },
};
const directoryOf = ({ street, latitude, longitude }: Needle, attributes: object[]) => [
  {
    id: 'raw-s',
    name: 'Imported house',
    status: 'active',
    organization: { id: 'raw-o', name: 'Publisher', description: 'd' },
    service_at_locations: [
      {
        id: 'raw-at',
        location: {
          id: 'raw-l',
          location_type: 'physical',
          latitude,
          longitude,
          addresses: [{ id: 'raw-a', address_1: street, city: 'Barcelona', country: 'ES', address_type: 'physical' }],
          attributes,
        },
      },
    ],
  },
];

describeOwn('the files of a system that is stopped, of a place that became confidential', () => {
  let folder: string;
  let system: OwnSystem;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-raw-'));
    system = await startSystem();
  });
  afterAll(async () => {
    await system.remove();
    await rm(folder, { recursive: true });
  });

  const serviceOf = ({ street, latitude, longitude }: Needle, state: 'PUBLIC' | 'CONFIDENTIAL') => ({
    ...farService,
    locations: [{ latitude, longitude, country: 'ES', city: 'Barcelona', address: street, visibility: state }],
  });
  const register = async (place: Needle) => {
    const organization = await mutate(system, 'registerOrganization', { name: 'Raw files' });
    const input = { organizationId: organization.result!.id, service: serviceOf(place, 'PUBLIC') };
    return (await mutate(system, 'registerService', input)).result!;
  };
  const close = async ({ id, version }: { id: string; version: number }, place: Needle) => {
    const { answer, result } = await mutate(system, 'updateService', {
      id,
      expectedVersion: version,
      service: serviceOf(place, 'CONFIDENTIAL'),
    });
    if (result?.__typename !== 'Service') throw new Error(answer.body);
  };
  const load = async (attributes: object[]) => {
    const file = join(folder, 'directory.json');
    await writeFile(file, JSON.stringify(directoryOf(imported, attributes)));
    await system.haven('import', file);
  };
  const found = (place: Needle) => whereInFiles(system.dataDirectory, place);

  it('contain nothing of it, however it became confidential, and after a kill from the next start on', async () => {
    const first = await register(entered);
    const second = await register(killed);
    await load([]);
    await system.stop();
    for (const place of [entered, imported, killed]) expect((await found(place)).length).toBeGreaterThan(3);

    await system.restart();
    await close(first, entered);
    await load([visibility]);
    expect(await system.stop()).toBe(0);
    expect({ entered: await found(entered), imported: await found(imported) }).toEqual({ entered: [], imported: [] });
    expect((await found(killed)).length).toBeGreaterThan(3);

    await system.restart();
    await close(second, killed);
    await system.kill();
    await system.restart();
    await system.kill();
    expect(await found(killed)).toEqual([]);
    await system.restart();
  });
});
