import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceView } from '@haven/events';
import type { JsonObject } from '../hsds/record.js';
import { coordinator, itemsOf, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import type { IncomingItem } from '../report/import-report.js';
import { loadDirectory } from './load-directory.js';
import { publishWaiting } from '../publishing/publish-services.js';
import { registerService } from '../entries/register-service.js';
import { updateService } from '../entries/update-service.js';
import { verifyService } from '../entries/verify-service.js';

const street = 'Geheimstrasse 5';
const place = (id: string): JsonObject => ({
  id: `l-${id}`,
  location_type: 'physical',
  name: 'A house',
  latitude: 3.5951963,
  longitude: 98.6722227,
  addresses: [{ id: `a-${id}`, address_1: street, city: 'Medan', country: 'ID', address_type: 'physical' }],
  attributes: [
    { id: `v-${id}`, value: 'CONFIDENTIAL', taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' } },
  ],
});
const service = (id: string, name: string, more: JsonObject = {}): JsonObject => ({
  id,
  name,
  status: 'active',
  organization: { id: `o-${id}`, name: 'O', description: 'd' },
  ...more,
});
const withPlace = (id: string, name: string) => service(id, name, { service_at_locations: [{ id: `at-${id}`, location: place(id) }] });

/** Enough to end a batch. */
const filler = Array.from({ length: 500 }, (_, n): IncomingItem => ({
  kind: 'record',
  file: 'f',
  row: n,
  reads: 1,
  record: { object: 'unit', id: `u${n}`, properties: { name: 'n' }, links: [], references: [] },
}));
const saysConfidential = (item: IncomingItem) => item.kind === 'record' && ['attribute', 'taxonomy_term'].includes(item.record.object);

describe('a service that a running import defers', () => {
  let on: TestRegistry;
  const command = () => on.command();

  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  /** An import that reads the attributes last, after something else has happened. `end` throws: the process dies there. */
  async function importSlowly(directory: JsonObject, source: string, meanwhile: () => Promise<unknown>): Promise<void> {
    const items: IncomingItem[] = [];
    for await (const item of itemsOf(directory)) items.push(item);
    const slowly = async function* () {
      yield* [...items.filter((item) => !saysConfidential(item)), ...filler];
      await meanwhile();
      yield* items.filter(saysConfidential);
    };
    await loadDirectory(on.registry, slowly(), { source });
  }
  const dies = () => Promise.reject(new Error('killed'));
  const publishedPlaces = async (): Promise<string[]> =>
    (await on.whereIs(street)).filter((table) =>
      ['registry.outbox', 'registry.service_entry', 'registry.idempotent_answer'].includes(table),
    );
  const edit = (id: string, expectedVersion: number, name: string) =>
    updateService(on.registry, coordinator, { ...command(), id, expectedVersion, service: { ...shelter, locations: [], name } });

  it('stays unpublished when it is verified or edited, and its author sees the edit', async () => {
    await loadDirectory(on.registry, itemsOf(service('s1', 'Before')), { source: 's' });
    await importSlowly(withPlace('s1', 'Imported'), 's', async () => {
      const verified = await verifyService({ ...on.registry, clock: { now: () => new Date('2026-11-24T05:40:00Z') } }, coordinator, {
        ...command(),
        id: 's1',
      });
      expect(verified).toMatchObject({ name: 'Before', version: 2, verifiedAt: '2026-11-24T05:40:00.000Z' });
      expect(await findService(on.registry, 's1')).toMatchObject({ name: 'Before', version: 1 });
      const entered = (await edit('s1', 2, 'Edited')) as ServiceView;
      expect(entered).toMatchObject({ name: 'Edited', version: 3, locations: [], languages: ['id', 'km'], organization: { name: 'O' } });
      expect(JSON.stringify(entered)).not.toContain(street);
      expect(await edit('s1', 2, 'Stale')).toEqual({ kind: 'VersionConflict', currentVersion: 3 });
      expect(await findService(on.registry, 's1')).toMatchObject({ name: 'Before', version: 1 });
      expect(await publishedPlaces()).toEqual([]);
    });
    expect(await findService(on.registry, 's1')).toMatchObject({ name: 'Edited', version: 4, verifiedAt: '2026-11-24T05:40:00.000Z' });
    expect(await on.whereIs(street)).toEqual([]);
  });

  it('answers a repeated edit with what is published, and shows only the cell of a confidential place', async () => {
    await loadDirectory(on.registry, itemsOf(service('s2', 'Before')), { source: 's' });
    await importSlowly(service('s2', 'Imported'), 's', async () => {
      const secret = { ...shelter.locations[0]!, visibility: 'CONFIDENTIAL' } as const;
      const again = { ...command(), id: 's2', expectedVersion: 1, service: { ...shelter, locations: [secret] } };
      const entered = await updateService(on.registry, coordinator, again);
      expect(entered).toMatchObject({ confidential: true, locations: [{ precision: 'AREA', address: null, city: 'Medan' }] });
      const repeated = await updateService(on.registry, coordinator, again);
      const { id, version } = entered as ServiceView;
      expect(repeated).toMatchObject({ id, version });
      expect(await findService(on.registry, 's2')).toMatchObject({ ...(repeated as ServiceView), version: 1 });
      for (const text of ['Rahasia', '3.5951963']) expect(await on.whereIs(text)).toEqual([]);
    });
    expect(await findService(on.registry, 's2')).toMatchObject({ confidential: true, locations: [{ precision: 'AREA' }] });
  });

  it('is not released by an edit, by another import, or by a restart', async () => {
    await loadDirectory(on.registry, itemsOf(service('s3', 'Before')), { source: 's' });
    await expect(importSlowly(withPlace('s3', 'Imported'), 's', dies)).rejects.toThrow('killed');
    const other = service('t3', 'Other', { service_at_locations: [{ id: 'at-t3', location_id: 'l-s3' }] });
    await loadDirectory(on.registry, itemsOf({ ...other, organization: { id: 'o-s3', name: 'O', description: 'd' } }), { source: 't' });
    await registerService(on.registry, coordinator, { ...command(), organizationId: 'o-s3', service: { ...shelter, locations: [] } });
    await publishWaiting(on.registry);
    expect(await publishedPlaces()).toEqual([]);
    expect(await findService(on.registry, 's3')).toMatchObject({ name: 'Before' });

    await loadDirectory(on.registry, itemsOf(withPlace('s3', 'Imported')), { source: 's' });
    expect(await findService(on.registry, 's3')).toMatchObject({ name: 'Imported', confidential: true });
    expect(await on.whereIs(street)).toEqual([]);
  });

  it('waits for both if two imports defer it', async () => {
    await loadDirectory(on.registry, itemsOf(service('s4', 'Before')), { source: 's' });
    await importSlowly(withPlace('s4', 'Imported'), 's', async () => {
      await loadDirectory(on.registry, itemsOf({ ...service('s4', 'Imported'), languages: [{ id: 'la', code: 'km' }] }), {
        source: 'haven',
      });
      expect(await findService(on.registry, 's4')).toMatchObject({ name: 'Before' });
      expect(await publishedPlaces()).toEqual([]);
    });
    expect(await findService(on.registry, 's4')).toMatchObject({ name: 'Imported', confidential: true, languages: ['km'] });
  });

  it('waits after a crash for the repetition of its own import, not for any import of the source', async () => {
    await expect(importSlowly(withPlace('s5', 'Imported'), 's', dies)).rejects.toThrow('killed');
    await loadDirectory(on.registry, itemsOf(service('s6', 'Other file')), { source: 's' });
    expect(await findService(on.registry, 's6')).toMatchObject({ name: 'Other file' });
    expect(await findService(on.registry, 's5')).toBeNull();
    await loadDirectory(on.registry, itemsOf(withPlace('s5', 'Imported')), { source: 's' });
    expect(await findService(on.registry, 's5')).toMatchObject({ name: 'Imported', confidential: true });
  });

  it('does not defer another entry through their organization', async () => {
    const organization = { id: 'o-7', name: 'O', description: 'd' };
    await loadDirectory(on.registry, itemsOf({ ...service('s7', 'Seven'), organization }), { source: 's' });
    const more = { ...service('s8', 'Eight'), organization: { ...organization, locations: [place('8')] } };
    await importSlowly(more, 's', async () => {
      await edit('s7', 1, 'Edited');
      await publishWaiting(on.registry);
      expect(await publishedPlaces()).toEqual([]);
    });
    expect(await on.whereIs(street)).toEqual([]);
  });
});
