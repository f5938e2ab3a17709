import type { EntityManager } from 'typeorm';
import type { HistoryOfClosed, RecordStore, SaidElsewhere, StoredMark } from '../application/ports.js';
import type { HsdsRecord, ObjectName } from '../domain/hsds/record.js';
import type { RecordKey, Relation } from '../domain/relation.js';
import { propertiesOf, rowOf, type RecordRow } from './record-row.js';
import { unplacedSql } from './unplaced.sql.js';
import { historyOfClosedSql } from './history-of-closed.sql.js';
import { saidElsewhereSql } from './said-elsewhere.sql.js';
import {
  givenKeys,
  givenRelations,
  nestingsOf,
  originOf,
  pageSql,
  relatedSql,
  relationColumns,
  saidConfidentialSql,
  holdersAroundSql,
  upsertSql,
} from './record-sql.js';

/** The HSDS tables within one transaction. */
export function recordStore(tx: EntityManager): RecordStore {
  return {
    marks: (object, ids) => marks(tx, object, ids),
    put: (source, records, origin) => put(tx, source, records, origin ?? null),
    get: (keys) => get(tx, keys),
    remove: (keys) => remove(tx, keys),
    unplaced: (ownerIds) => (ownerIds.length === 0 ? none() : tx.query<RecordKey[]>(unplacedSql, [ownerIds])),
    childrenOf: (parents) =>
      parents.length === 0
        ? none()
        : tx.query<Relation[]>(`SELECT ${relationColumns} FROM ${givenKeys} ${nestingsOf('given', 'parent')}`, [JSON.stringify(parents)]),
    parentsOf: (children) =>
      children.length === 0
        ? none()
        : tx.query<Relation[]>(`SELECT ${relationColumns} FROM ${givenKeys} ${nestingsOf('given', 'child')}`, [JSON.stringify(children)]),
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
    saidConfidential: (touched) => ids(tx, saidConfidentialSql, touched),
    saidElsewhere: (keys) => (keys.length === 0 ? none() : tx.query<SaidElsewhere[]>(saidElsewhereSql, [JSON.stringify(keys)])),
    historyOfClosed: (keys) => (keys.length === 0 ? none() : tx.query<HistoryOfClosed[]>(historyOfClosedSql, [JSON.stringify(keys)])),
    holdersAround: (keys) => (keys.length === 0 ? none() : tx.query<RecordKey[]>(holdersAroundSql, [JSON.stringify(keys)])),
  };
}

const none = async () => [];

async function ids(tx: EntityManager, sql: string, keys: readonly RecordKey[]): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const rows = await tx.query<{ id: string }[]>(sql, [JSON.stringify(keys)]);
  return rows.map(({ id }) => id);
}

async function marks(tx: EntityManager, object: ObjectName, wanted: readonly string[]): Promise<ReadonlyMap<string, StoredMark>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<(StoredMark & { id: string })[]>(
    `SELECT id, haven_source AS source, ${originOf('r')} AS origin, haven_digest AS digest FROM registry."${object}" r WHERE id = ANY($1::text[])`,
    [wanted],
  );
  return new Map(rows.map(({ id, ...mark }) => [id, mark]));
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

/** What somebody here changed, and places, which may stay closed, keep their ids for the source that brought them. */
async function remove(tx: EntityManager, keys: readonly RecordKey[]): Promise<void> {
  for (const [object, group] of grouped(keys)) {
    await tx.query(
      `WITH gone AS (DELETE FROM registry."${object}" r WHERE id = ANY($1::text[]) RETURNING id, haven_origin, ${originOf('r')} AS source)
       INSERT INTO registry.publisher_id (source, object, publisher_id, id) SELECT source, '${object}', id, id FROM gone
         WHERE haven_origin IS NOT NULL${object === 'location' ? ' OR true' : ''} ON CONFLICT DO NOTHING`,
      [group.map(({ id }) => id)],
    );
  }
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
