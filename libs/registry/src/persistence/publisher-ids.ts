import type { VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import type { Copy, PublisherId, PublisherIds } from '../ports.js';
import { closedPrefix } from '../confidentiality/closed-record.js';
import type { ObjectName } from '../hsds/record.js';
import { keyText, type RecordKey } from '../hsds/relation.js';
import { givenKeys, originOf } from './record-sql.js';
import { isSealedKind } from '../vault/sealed-kinds.js';
import { sealedRecords } from './vault/sealed-records.js';

/** Publishers' ids, within one transaction. */
export function publisherIds(tx: EntityManager, cipher: VaultCipher): PublisherIds {
  return {
    publicIds: async (source, keys) => {
      const rows = await ofGiven<PublisherId>(tx, keys, translatedSql('publisher_id'), source);
      return new Map(rows.map(({ object, publisherId, id }) => [keyText({ object, id: publisherId }), id]));
    },
    publisherIds: async (source, keys) => {
      const rows = await ofGiven<PublisherId>(tx, keys, translatedSql('id'), source);
      return new Map(rows.map((row) => [keyText(row), row.publisherId]));
    },
    owners: (keys) => owners(tx, cipher, keys),
    assign: async (source, ids) => {
      if (ids.length === 0) return;
      await tx.query(
        `INSERT INTO registry.publisher_id (source, object, publisher_id, id) SELECT $2, object, "publisherId", id
         FROM json_to_recordset($1::json) AS given (object text, "publisherId" text, id text) ON CONFLICT DO NOTHING`,
        [JSON.stringify(ids), source],
      );
    },
    copies: async (keys) => (await ofGiven<CopyRow>(tx, keys, copiesSql)).map(copyOf),
    openCopies: async () => (await tx.query<CopyRow[]>(openCopiesSql, [closedPrefix])).map(copyOf),
    after: (source, last, limit) =>
      tx.query<PublisherId[]>(
        `SELECT object, publisher_id AS "publisherId", id FROM registry.publisher_id
         WHERE source = $1 AND (object, publisher_id) > ($2, $3) ORDER BY object, publisher_id LIMIT $4`,
        [source, last?.object ?? '', last?.publisherId ?? '', limit],
      ),
  };
}

async function ofGiven<T>(tx: EntityManager, keys: readonly RecordKey[], sql: string, ...more: unknown[]): Promise<T[]> {
  return keys.length === 0 ? [] : tx.query<T[]>(sql, [JSON.stringify(keys.map(({ object, id }) => ({ object, id }))), ...more]);
}

// OFFSET 0 keeps the planner to one index lookup for each key, as for nestings.
const translatedSql = (column: 'id' | 'publisher_id'): string => `
  SELECT p.object, p.publisher_id AS "publisherId", p.id FROM ${givenKeys} CROSS JOIN LATERAL (
    SELECT * FROM registry.publisher_id WHERE source = $2 AND object = given.object AND ${column} = given.id OFFSET 0) p`;

const claimsSql = `
  SELECT p.object, p.id, p.source FROM ${givenKeys} CROSS JOIN LATERAL (
    SELECT * FROM registry.publisher_id WHERE object = given.object AND id = given.id OFFSET 0) p`;

const copiesOf = `
  CROSS JOIN LATERAL (
    SELECT given.id AS publisher_id
    UNION SELECT publisher_id FROM registry.publisher_id WHERE object = given.object AND id = given.id) mine
  CROSS JOIN LATERAL (
    SELECT mine.publisher_id AS id
    UNION SELECT id FROM registry.publisher_id WHERE object = given.object AND publisher_id = mine.publisher_id) other
  WHERE other.id <> given.id`;
const copyColumns = `given.object, given.id, other.id AS "copyId", mine.publisher_id AS "publisherId"`;
const copiesSql = `SELECT DISTINCT ${copyColumns} FROM ${givenKeys} ${copiesOf}`;
const openCopiesSql = `
  WITH given AS MATERIALIZED (
    SELECT split_part(rest, ':', 1) AS object, substr(rest, strpos(rest, ':') + 1) AS id FROM (
      SELECT substr(location_id, length($1::text) + 1) AS rest FROM registry.confidential_location WHERE starts_with(location_id, $1::text)) closed)
  SELECT DISTINCT ${copyColumns} FROM given ${copiesOf}
    AND NOT EXISTS (SELECT 1 FROM registry.confidential_location c WHERE c.location_id = $1 || given.object || ':' || other.id)`;

type CopyRow = RecordKey & Omit<Copy, 'key'>;
const copyOf = ({ object, id, ...copy }: CopyRow): Copy => ({ key: { object, id }, ...copy });

type Owner = RecordKey & { readonly source: string };

async function owners(tx: EntityManager, cipher: VaultCipher, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const objects = [...new Set(keys.map(({ object }) => object))].filter((object) => !isSealedKind(object));
  const idsOf = (object: ObjectName): string[] => keys.filter((key) => key.object === object).map(({ id }) => id);
  const stored = objects.length === 0 ? [] : await tx.query<Owner[]>(objects.map(storedSql).join(' UNION ALL '), objects.map(idsOf));
  const sealed = await sealedRecords(tx, cipher).owners(keys.filter(({ object }) => isSealedKind(object)));
  const claimed = await ofGiven<Owner>(tx, keys, claimsSql);
  const found = [...claimed, ...stored, ...sealed.map((row) => ({ ...row, source: row.origin }))];
  return new Map(found.map((row) => [keyText(row), row.source]));
}

const storedSql = (object: ObjectName, index: number): string =>
  `SELECT '${object}' AS object, r.id, ${originOf('r')} AS source FROM registry."${object}" r WHERE r.id = ANY($${index + 1}::text[])`;
