import type { ObjectName } from '../domain/hsds/record.js';
import { scalarColumns } from './record-row.js';

const own = [
  { name: 'haven_source', type: 'text' },
  { name: 'haven_digest', type: 'text' },
  { name: 'haven_extra', type: 'jsonb' },
];

/** One statement that inserts or replaces any number of rows, given as one JSON array. */
export function upsertSql(object: ObjectName): string {
  const columns = [...scalarColumns(object), ...own];
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const types = columns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
  const updates = columns.map(({ name }) => `"${name}" = excluded."${name}"`).join(', ');
  return `INSERT INTO registry."${object}" (id, ${names})
    SELECT id, ${names} FROM json_to_recordset($1::json) AS given (id text, ${types})
    ON CONFLICT (id) DO UPDATE SET ${updates}`;
}

/** Rows of these nestings, as a set to join with. */
export const givenRelations = `json_to_recordset($1::json)
  AS given ("parentObject" text, "parentId" text, property text, "childObject" text, "childId" text, position integer)`;

/** Rows of these keys, as a set to join with. */
export const givenKeys = `json_to_recordset($1::json) AS given (object text, id text)`;

/** A nesting as the domain names its parts. */
export const relationColumns = `l.parent_object AS "parentObject", l.parent_id AS "parentId", l.property,
  l.child_object AS "childObject", l.child_id AS "childId", l.position`;

/** Locations among the given keys, or under a given attribute or term, that are said to be confidential. */
export const saidConfidentialSql = `
  WITH given AS MATERIALIZED (SELECT * FROM ${givenKeys}),
  attribute AS (
    SELECT l.parent_id AS location_id, l.child_id AS id FROM given
      JOIN registry.hsds_link l ON l.parent_object = 'location' AND l.parent_id = given.id AND l.property = 'attributes'
      WHERE given.object = 'location'
    UNION
    SELECT l.parent_id, l.child_id FROM given
      JOIN registry.hsds_link l ON l.child_object = 'attribute' AND l.child_id = given.id AND l.parent_object = 'location'
      WHERE given.object = 'attribute'
    UNION
    SELECT l.parent_id, l.child_id FROM given
      JOIN registry.hsds_link t ON t.child_object = 'taxonomy_term' AND t.child_id = given.id AND t.parent_object = 'attribute'
      JOIN registry.hsds_link l ON l.child_object = 'attribute' AND l.child_id = t.parent_id AND l.parent_object = 'location'
      WHERE given.object = 'taxonomy_term')
  SELECT DISTINCT attribute.location_id AS id FROM attribute
    JOIN registry.attribute a ON a.id = attribute.id AND a.value = 'CONFIDENTIAL'
    JOIN registry.hsds_link t ON t.parent_object = 'attribute' AND t.parent_id = a.id AND t.property = 'taxonomy_term'
    JOIN registry.taxonomy_term term ON term.id = t.child_id AND term.code = 'haven:visibility'`;

/**
 * Nestings of each row of `keys`, from above or below. OFFSET 0 keeps the planner to one index lookup a key: fresh tables
 * have no statistics yet, and it would read all nestings for each batch.
 */
export const nestingsOf = (keys: string, side: 'parent' | 'child'): string => `CROSS JOIN LATERAL (
  SELECT * FROM registry.hsds_link WHERE ${side}_object = ${keys}.object AND ${side}_id = ${keys}.id OFFSET 0) l`;

/** Services that hold the given keys at any depth. A location does not touch the other services of its organization. */
export const servicesAroundSql = `
  WITH RECURSIVE up AS (
    SELECT object, id FROM ${givenKeys}
    UNION
    SELECT l.parent_object, l.parent_id FROM up ${nestingsOf('up', 'child')}
      WHERE up.object <> 'service' AND NOT (l.parent_object = 'organization' AND l.property IN ('locations', 'services')))
  SELECT id FROM up WHERE object = 'service'
    AND EXISTS (SELECT 1 FROM registry.service s WHERE s.id = up.id)`;
