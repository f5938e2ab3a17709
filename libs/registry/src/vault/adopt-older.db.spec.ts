import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import { createVaultCipher } from '@haven/security';
import type { HsdsRecord, JsonObject } from '../hsds/record.js';
import { keyText } from '../hsds/relation.js';
import { registryOn } from '../persistence/registry-database.js';
import { asVersionBefore, itemsOf, medan, openTestRegistry, sealedAt, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { loadDirectory } from '../import/load-directory.js';
import type { Registry } from '../ports.js';
import { resumePublishing } from '../publishing/resume-publishing.js';

const tag = { id: 'v', value: 'CONFIDENTIAL', taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' } };
const service = (id: string, attributes: JsonObject[]): JsonObject => ({
  id,
  name: id,
  status: 'active',
  organization: { id: `o-${id}`, name: 'O', description: 'd' },
  phones: [{ id: `p-${id}`, number: '+62 1' }],
  service_at_locations: [
    {
      id: `at-${id}`,
      location: {
        id: `l-${id}`,
        location_type: 'physical',
        name: 'House',
        latitude: medan.latitude,
        longitude: medan.longitude,
        addresses: [{ id: `a-${id}`, address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical' }],
        attributes,
      },
    },
  ],
});

describe('records that the version before stored', () => {
  const key = randomBytes(32);
  let on: TestRegistry;
  let registry: Registry;
  beforeAll(async () => {
    on = await openTestRegistry();
    registry = registryOn(on.database, createVaultCipher([key]));
    on = { ...on, registry };
    await loadDirectory(registry, itemsOf(service('open', []), service('closed', [tag])), { source: 's' });
  });
  afterAll(() => on.close());

  /** A confidential place in the form of that version: the public part in open tables, the rest in one sealed row with its nestings. */
  async function sealAsBefore(): Promise<void> {
    const place = 'l-closed';
    const keys = [
      { object: 'location', id: place },
      { object: 'address', id: 'a-closed' },
    ] as const;
    const records = await registry.transaction((tx) => tx.records.get(keys));
    const linked = records.map((record): HsdsRecord => ({
      ...record,
      links: record.object === 'address' ? [{ parentObject: 'location', parentId: place, property: 'addresses', position: 0 }] : [],
    }));
    await asVersionBefore(on);
    const centre = centreOfCell(publicCellOf(medan));
    const { dataSource } = on.database;
    await dataSource.query(`UPDATE registry.location SET latitude = $1, longitude = $2 WHERE id = $3`, [
      centre.latitude,
      centre.longitude,
      place,
    ]);
    await dataSource.query(`UPDATE registry.address SET address_1 = NULL WHERE id = 'a-closed'`);
    const sealed = { source: 's', records: Object.fromEntries(linked.map((record) => [keyText(record), record])) };
    const box = createVaultCipher([key]).seal(Buffer.from(JSON.stringify(sealed)), place);
    await dataSource.query('INSERT INTO vault.record (key, sealed) VALUES ($1, $2)', [place, Buffer.from(box)]);
  }

  it('move into the vault one by one, stay the same, and leave nothing in open tables', async () => {
    const before = [await findService(registry, 'open'), await findService(registry, 'closed')];
    await sealAsBefore();
    expect(await on.whereIs('Jalan Rahasia 77')).toContain('registry.address');
    await resumePublishing(registry);
    expect([await findService(registry, 'open'), await findService(registry, 'closed')]).toEqual(before);
    expect((await on.whereIs('Jalan Rahasia 77')).filter((table) => !/entry|outbox/.test(table))).toEqual([]);
    const sealed = (await sealedAt(registry, 'l-closed'))!;
    for (const text of ['Jalan Rahasia 77', String(medan.latitude)]) expect(sealed).toContain(text);
    expect(await on.database.dataSource.query('SELECT count(*)::int AS n FROM registry.leftover')).toEqual([{ n: 1 }]);
    const again = await loadDirectory(registry, itemsOf(service('open', []), service('closed', [tag])), { source: 's' });
    expect(Object.values(again).map(({ stored, skipped }) => stored + skipped)).toEqual(Object.values(again).map(() => 0));
  });
});
