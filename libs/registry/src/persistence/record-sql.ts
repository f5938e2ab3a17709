import type { ObjectName } from '../hsds/record.js';
import { ourTermIds } from '../hsds/haven-attributes.js';
import { scalarColumns } from './record-row.js';

const own = [
  { name: 'haven_source', type: 'text' },
  { name: 'haven_digest', type: 'text' },
  { name: 'haven_extra', type: 'jsonb' },
];

/** The source that first brought a row, even if somebody here has changed it. */
export const originOf = (row: string): string => `coalesce(${row}.haven_origin, ${row}.haven_source)`;

/**
 * One statement that inserts or replaces any number of rows, given as one JSON array. The row's first source stays, even if the row was
 * removed meanwhile.
 */
export function upsertSql(object: ObjectName): string {
  const columns = [...scalarColumns(object), ...own];
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const types = columns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
  const updates = columns.map(({ name }) => `"${name}" = excluded."${name}"`).join(', ');
  return `INSERT INTO registry."${object}" AS stored (id, ${names}, haven_origin)
    SELECT id, ${names}, nullif(coalesce($2::text, (
        SELECT p.source FROM registry.publisher_id p WHERE p.object = '${object}' AND p.id = given.id
          ORDER BY p.source <> given.haven_source LIMIT 1)), haven_source)
      FROM json_to_recordset($1::json) AS given (id text, ${types})
    ON CONFLICT (id) DO UPDATE SET ${updates}, haven_origin = nullif(${originOf('stored')}, excluded.haven_source)`;
}

/** Whether a row `r` is of source $3, or shared by it. */
export function isOfSource(object: ObjectName): string {
  const terms = object === 'taxonomy_term' ? ` OR r.id IN (${ourTermIds.map((id) => `'${id}'`).join(', ')})` : '';
  return `(${originOf('r')} = $3${terms}
      OR EXISTS (SELECT 1 FROM registry.publisher_id p WHERE p.object = '${object}' AND p.id = r.id AND p.source = $3))`;
}

/** A page of rows: all, or those of a source with those that it shares, and our own terms, which all use. */
export function pageSql(object: ObjectName, ofSource: boolean): string {
  return `SELECT r.* FROM registry."${object}" r WHERE r.id COLLATE "C" > $1${ofSource ? ` AND ${isOfSource(object)}` : ''}
    ORDER BY r.id COLLATE "C" LIMIT $2`;
}

/** Rows of these nestings, as a set to join with. */
export const givenRelations = `json_to_recordset($1::json)
  AS given ("parentObject" text, "parentId" text, property text, "childObject" text, "childId" text, position integer, "isGiven" boolean)`;

/** Rows of these keys, as a set to join with. */
export const givenKeys = `json_to_recordset($1::json) AS given (object text, id text)`;

/** The columns of a nesting under the domain's names. */
export const relationColumns = `l.parent_object AS "parentObject", l.parent_id AS "parentId", l.property,
  l.child_object AS "childObject", l.child_id AS "childId", l.position, l.is_given AS "isGiven"`;

/**
 * Those of the given nestings that are stored, with one index lookup for each. Reading all parents of their children instead would read,
 * for each batch, every attribute of the directory that uses a common term.
 */
export const relatedSql = `SELECT ${relationColumns} FROM ${givenRelations} CROSS JOIN LATERAL (
    SELECT * FROM registry.hsds_link WHERE parent_object = given."parentObject" AND parent_id = given."parentId"
      AND property = given.property AND child_object = given."childObject" AND child_id = given."childId" OFFSET 0) l`;

/**
 * Nestings of each row of `keys`, as parent or child. OFFSET 0 keeps the planner to one index lookup for each key: fresh tables have no
 * statistics yet, and it would read all nestings for each batch.
 */
export const nestingsOf = (keys: string, side: 'parent' | 'child'): string => `CROSS JOIN LATERAL (
  SELECT * FROM registry.hsds_link WHERE ${side}_object = ${keys}.object AND ${side}_id = ${keys}.id OFFSET 0) l`;

/** Services and locations that contain the given keys at any depth. No service shows the other places of its organization. */
export const holdersAroundSql = `
  WITH RECURSIVE up AS (
    SELECT object, id FROM ${givenKeys}
    UNION
    SELECT l.parent_object, l.parent_id FROM up ${nestingsOf('up', 'child')}
      WHERE up.object <> 'service' AND NOT (l.parent_object = 'organization' AND l.property IN ('locations', 'services')))
  SELECT object, id FROM up WHERE object = 'location'
    OR (object = 'service' AND EXISTS (SELECT 1 FROM registry.service s WHERE s.id = up.id))`;
