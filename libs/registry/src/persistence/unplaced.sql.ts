import { declarations } from '../domain/hsds/objects.js';
import { ownerColumns } from '../domain/hsds/owner-kind.js';
import type { ObjectName } from '../domain/hsds/record.js';

/** Kinds of owners as HSDS writes them, as far as they have a list of such rows; in the order of the index. */
const kindsWith = (property: string): string =>
  [...declarations.values()]
    .filter(({ nested }) => nested.has(property))
    .map(({ object }) => `'${object}'`)
    .join(', ');

function unplacedOf(object: ObjectName): string {
  const { id, kind, property } = ownerColumns[object]!;
  const owner = `coalesce(r.${id}, r.haven_extra->>'${id}')`;
  return `SELECT DISTINCT '${object}' AS object, r.id FROM unnest($1::text[]) AS given (id) CROSS JOIN LATERAL (
      SELECT r.id, given.id AS owner FROM registry."${object}" r WHERE btrim(${owner}, E' \\t\\r\\n\\u00a0') = given.id
        AND ${owner} IS NOT NULL AND coalesce(r.${kind}, '') NOT IN (${kindsWith(property)}) OFFSET 0) r
    WHERE NOT EXISTS (SELECT 1 FROM registry.hsds_link l WHERE l.child_object = '${object}' AND l.child_id = r.id AND l.parent_id = r.owner OFFSET 0)`;
}

/**
 * Rows that name one of the given ids as their owner without saying what it is. The conditions are those of the index of a
 * migration, so that no id is looked for in the whole table.
 */
export const unplacedSql = (Object.keys(ownerColumns) as ObjectName[]).map(unplacedOf).join(' UNION ALL ');
