import type { VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import type { RecordStore, RecordSummary } from '../ports.js';
import type { HsdsRecord, ObjectName } from '../hsds/record.js';
import { isSealedKind } from '../vault/sealed-kinds.js';
import { redactedProperty } from '../hsds/redacted.js';
import { keyText, type RecordKey, type Relation } from '../hsds/relation.js';
import { propertiesOf, rowOf, type RecordRow } from './record-row.js';
import {
  givenKeys,
  givenRelations,
  holdersAroundSql,
  nestingsOf,
  originOf,
  pageSql,
  relatedSql,
  relationColumns,
  upsertSql,
} from './record-sql.js';
import { sealedRecords } from './vault/sealed-records.js';

/** The HSDS records within one transaction: those that can reveal a place are in the vault, the rest in open tables. */
export function recordStore(tx: EntityManager, cipher: VaultCipher): RecordStore {
  const sealed = sealedRecords(tx, cipher);
  return {
    summaries: (object, ids) => (isSealedKind(object) ? sealed.summaries(ids.map((id) => ({ object, id }))) : summaries(tx, object, ids)),
    existing: async (keys) => new Set((await existing(tx, sealed, keys)).map(keyText)),
    put: async (source, records, origin) => {
      await put(tx, source, records.filter(isOpen), origin ?? null);
      await sealed.put(source, records.filter(isSealed), origin ?? null);
    },
    get: async (keys) => [...(await get(tx, keys.filter(isOpen))), ...(await sealed.get(keys.filter(isSealed)))],
    remove: async (keys) => {
      await remove(tx, keys.filter(isOpen));
      await noteRemoved(tx, await sealed.remove(keys.filter(isSealed)));
    },
    childrenOf: (parents) => nestings(tx, 'parent', parents),
    parentsOf: (children) => nestings(tx, 'child', children),
    related: (relations) => (relations.length === 0 ? none() : tx.query<Relation[]>(relatedSql, [JSON.stringify(relations)])),
    relate: (relations) => relate(tx, relations),
    unrelate: (relations) => unrelate(tx, relations),
    after: async (object, id, limit, source) => {
      const rows = await tx.query<RecordRow[]>(
        pageSql(object, source !== undefined),
        source === undefined ? [id, limit] : [id, limit, source],
      );
      return rows.map((row) => recordOf(object, row));
    },
    holdersAround: (keys) => (keys.length === 0 ? none() : tx.query<RecordKey[]>(holdersAroundSql, [JSON.stringify(keys)])),
  };
}

type Sealed = ReturnType<typeof sealedRecords>;

const isSealed = ({ object }: RecordKey): boolean => isSealedKind(object);
const isOpen = (key: RecordKey): boolean => !isSealed(key);
const none = async () => [];

const nestings = (tx: EntityManager, side: 'parent' | 'child', keys: readonly RecordKey[]): Promise<Relation[]> =>
  keys.length === 0
    ? none()
    : tx.query<Relation[]>(`SELECT ${relationColumns} FROM ${givenKeys} ${nestingsOf('given', side)}`, [JSON.stringify(keys)]);

async function existing(tx: EntityManager, sealed: Sealed, keys: readonly RecordKey[]): Promise<readonly RecordKey[]> {
  const found: RecordKey[] = [...(await sealed.owners(keys.filter(isSealed)))];
  for (const [object, group] of grouped(keys.filter(isOpen))) {
    const rows = await tx.query<{ id: string }[]>(`SELECT id FROM registry."${object}" WHERE id = ANY($1::text[])`, [
      group.map(({ id }) => id),
    ]);
    found.push(...rows.map(({ id }) => ({ object, id })));
  }
  return found;
}

async function summaries(tx: EntityManager, object: ObjectName, wanted: readonly string[]): Promise<ReadonlyMap<string, RecordSummary>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<(RecordSummary & { id: string })[]>(
    `SELECT id, haven_source AS source, ${originOf('r')} AS origin, haven_digest AS digest, haven_extra ? '${redactedProperty}' AS "isRedacted"
     FROM registry."${object}" r WHERE id = ANY($1::text[])`,
    [wanted],
  );
  return new Map(rows.map(({ id, ...summary }) => [id, summary]));
}

async function put(tx: EntityManager, source: string, records: readonly HsdsRecord[], origin: string | null): Promise<void> {
  for (const [object, group] of grouped(records)) {
    await tx.query(upsertSql(object), [JSON.stringify(group.map((record) => rowOf(record, source))), origin]);
  }
}

async function get(tx: EntityManager, keys: readonly RecordKey[]): Promise<readonly HsdsRecord[]> {
  const found: HsdsRecord[] = [];
  for (const [object, group] of grouped(keys)) {
    const rows = await tx.query<RecordRow[]>(`SELECT * FROM registry."${object}" WHERE id = ANY($1::text[])`, [group.map(({ id }) => id)]);
    found.push(...rows.map((row) => recordOf(object, row)));
  }
  return found;
}

const recordOf = (object: ObjectName, row: RecordRow): HsdsRecord => ({
  object,
  id: row.id,
  properties: propertiesOf(object, row),
  links: [],
  references: [],
});

/** A record that somebody here has changed keeps its id for the source that first brought it. */
async function remove(tx: EntityManager, keys: readonly RecordKey[]): Promise<void> {
  for (const [object, group] of grouped(keys)) {
    await tx.query(
      `WITH gone AS (DELETE FROM registry."${object}" r WHERE id = ANY($1::text[]) RETURNING id, haven_origin, ${originOf('r')} AS source)
       INSERT INTO registry.publisher_id (source, object, publisher_id, id) SELECT source, '${object}', id, id FROM gone
         WHERE haven_origin IS NOT NULL ON CONFLICT DO NOTHING`,
      [group.map(({ id }) => id)],
    );
  }
}

/** So do places, which may stay closed. */
async function noteRemoved(tx: EntityManager, gone: Awaited<ReturnType<Sealed['remove']>>): Promise<void> {
  const noted = gone.filter(({ object, isChanged }) => isChanged || object === 'location');
  if (noted.length === 0) return;
  await tx.query(
    `INSERT INTO registry.publisher_id (source, object, publisher_id, id)
     SELECT origin, object, id, id FROM json_to_recordset($1::json) AS given (object text, id text, origin text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(noted)],
  );
}

async function relate(tx: EntityManager, relations: readonly Relation[]): Promise<void> {
  if (relations.length === 0) return;
  await tx.query(
    `INSERT INTO registry.hsds_link AS l (parent_object, parent_id, property, child_object, child_id, position, is_given)
     SELECT "parentObject", "parentId", property, "childObject", "childId", position, coalesce("isGiven", false) FROM ${givenRelations}
     ON CONFLICT (parent_object, parent_id, property, child_object, child_id)
       DO UPDATE SET position = excluded.position, is_given = l.is_given OR excluded.is_given`,
    [JSON.stringify(relations)],
  );
}

async function unrelate(tx: EntityManager, relations: readonly Relation[]): Promise<void> {
  if (relations.length === 0) return;
  await tx.query(
    `DELETE FROM registry.hsds_link l USING ${givenRelations}
     WHERE l.parent_object = given."parentObject" AND l.parent_id = given."parentId" AND l.property = given.property
       AND l.child_object = given."childObject" AND l.child_id = given."childId"`,
    [JSON.stringify(relations)],
  );
}

function grouped<T extends { readonly object: ObjectName }>(items: readonly T[]): ReadonlyMap<ObjectName, T[]> {
  const groups = new Map<ObjectName, T[]>();
  for (const item of items) {
    const group = groups.get(item.object);
    if (group) group.push(item);
    else groups.set(item.object, [item]);
  }
  return groups;
}
