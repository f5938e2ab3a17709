import { randomBytes } from 'node:crypto';
import type { Database } from '@haven/persistence';
import { type Caller, createVaultCipher } from '@haven/security';
import { openTestDatabase } from '@haven/testing';
import { unknownRule } from '@haven/kernel';
import type { IncomingItem } from './report/import-report.js';
import { loadAggregates } from './vault/load-aggregate.js';
import type { Registry } from './ports.js';
import { parentOf } from './hsds/relation.js';
import type { PlaceEntry, ServiceEntry } from './meaning/service-input.js';
import { flatten } from './hsds/flatten.js';
import type { JsonObject, ObjectName } from './hsds/record.js';
import { rowOf } from './persistence/record-row.js';
import { upsertSql } from './persistence/record-sql.js';
import { openRegistryDatabase, registryOn } from './persistence/registry-database.js';

/** A registry on a database of its own, for one test file. */
export interface TestRegistry {
  readonly registry: Registry;
  readonly database: Database;
  /**
   * Tables outside the vault that contain a text: `schema.table`. It ignores times, ids and digests, which may contain any digits by
   * chance.
   */
  whereIs(text: string): Promise<string[]>;
  /** A command with a new key. */
  command(): { readonly idempotencyKey: string };
  events(): Promise<{ key: string; type: string; data: { service: { version: number } } | null }[]>;
  close(): Promise<void>;
}

export async function openTestRegistry(): Promise<TestRegistry> {
  const server = await openTestDatabase();
  const database = await openRegistryDatabase(server.connection);
  let keys = 0;
  return {
    database,
    registry: registryOn(database, createVaultCipher([randomBytes(32)])),
    command: () => ({ idempotencyKey: `key-${++keys}` }),
    whereIs: (text) => whereIs(database, text),
    events: () =>
      database.transaction((tx) => tx.query('SELECT event_key AS key, event_type AS type, data FROM registry.outbox ORDER BY position')),
    close: async () => {
      await database.close();
      await server.close();
    },
  };
}

/** Instants, ids, and digests in hexadecimal or base64url. */
const byChance = [
  String.raw`\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?`,
  String.raw`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`,
  String.raw`\\x[0-9a-f]+|\m[0-9a-f]{64}\M|\m[\w-]{43}\M|\m[\w-]{27}\M`,
].join('|');

async function whereIs(database: Database, text: string): Promise<string[]> {
  const tables = await database.dataSource.query<{ name: string }[]>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'vault', 'public') AND table_type = 'BASE TABLE'`,
  );
  // Few rows contain it at all, and the exact check takes long.
  const looks = tables.map(
    ({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name} AS t WHERE t::text LIKE '%' || $1 || '%'
      AND regexp_replace(t::text, $2, '', 'g') LIKE '%' || $1 || '%')`,
  );
  return (await database.dataSource.query<{ name: string }[]>(looks.join(' UNION ALL '), [text, byChance])).map(({ name }) => name);
}

export const coordinator: Caller = { subject: 'c', role: 'COORDINATOR', organizationId: null };
export const providerOf = (organizationId: string): Caller => ({ subject: `p-${organizationId}`, role: 'PROVIDER', organizationId });

/** A place in Medan. */
export const medan: PlaceEntry = {
  name: 'House',
  latitude: 3.5951963,
  longitude: 98.6722227,
  address: 'Jalan Rahasia 77',
  city: 'Medan',
  country: 'ID',
  visibility: 'PUBLIC',
};

/** A shelter with one place. */
export const shelter: ServiceEntry = {
  name: 'Safe House',
  description: 'Beds for women',
  categories: ['ACCOMMODATION'],
  locations: [medan],
  languages: ['id', 'km'],
  admission: {
    ...unknownRule,
    persons: [{ genders: ['WOMAN'], minimumAge: 18, maximumAge: null, accompaniedOnly: false }],
    legalStatuses: [],
  },
  phones: [{ number: '+62 61 555 0100', extension: null, type: 'voice', languages: ['id'] }],
  url: 'https://example.org',
  email: 'a@example.org',
  textReleased: null,
};

/** The items that a reader yields for nested services. */
export async function* itemsOf(...services: JsonObject[]): AsyncGenerator<IncomingItem> {
  for (const [row, service] of services.entries()) {
    for (const { record, reads } of flatten('service', service).records)
      yield { kind: 'record', record, reads, file: 'a.json', row: row + 1 };
  }
}

/** Moves records of the vault to open tables, where the version before kept them. */
export async function asVersionBefore({ database, registry }: TestRegistry): Promise<void> {
  const rows = await database.dataSource.query<{ object: ObjectName; id: string; source: string; origin: string | null }[]>(
    'SELECT object, id, source, origin FROM vault.record WHERE object IS NOT NULL',
  );
  const records = await registry.transaction((tx) => tx.records.get(rows));
  for (const { object, id, source, origin } of rows) {
    const record = records.find((one) => one.object === object && one.id === id)!;
    await database.dataSource.query(upsertSql(object), [JSON.stringify([rowOf(record, source)]), origin]);
  }
  await database.dataSource.query('DELETE FROM vault.record WHERE object IS NOT NULL');
}

/** Moves them back, as the registry does when it starts. */
export async function adopted({ registry }: TestRegistry): Promise<void> {
  while ((await registry.transaction(({ vault }) => vault.adoptOlder())) > 0);
}

/** All that the vault contains about a place and its services, as text; undefined if there is no such place. */
export const sealedAt = (registry: Registry, locationId: string): Promise<string | undefined> =>
  registry.transaction(async ({ records }) => {
    const place = { object: 'location', id: locationId } as const;
    const ties = (await records.parentsOf([place])).map(parentOf).filter(({ object }) => object === 'service_at_location');
    const [places, standing] = [await loadAggregates(records, [place]), await loadAggregates(records, ties)];
    return places.size === 0 ? undefined : JSON.stringify([...places.values(), ...standing.values()]);
  });
