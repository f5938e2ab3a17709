import { createHash } from 'node:crypto';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** Changes when a table of these entities, or their declarations, change. */
export async function fingerprintOf(dataSource: DataSource, context: string): Promise<string> {
  const { entityMetadatas } = dataSource;
  const schemas = [...new Set([context, ...entityMetadatas.map(({ schema }) => schema ?? context)])];
  const [tables] = await dataSource.query<{ said: string | null }[]>(tablesOf, [schemas]);
  return createHash('sha256')
    .update(JSON.stringify([declared(entityMetadatas), tables?.said]))
    .digest('hex');
}

/** Columns, constraints and indexes, as the server describes them. */
const tablesOf = `WITH known AS (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1))
SELECT string_agg(line, E'\\n' ORDER BY line) AS said FROM (
  SELECT concat_ws(' ', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
    pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE c.relnamespace IN (SELECT oid FROM known) AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace IN (SELECT oid FROM known)
  UNION ALL SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace IN (SELECT oid FROM known)
  UNION ALL SELECT concat_ws(' ', t.typname, e.enumsortorder, e.enumlabel) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
  WHERE t.typnamespace IN (SELECT oid FROM known)
) AS lines (line)`;

const declared = (entities: readonly EntityMetadata[]): unknown =>
  entities.map(({ tablePath, expression, columns, indices, uniques, checks, foreignKeys }) => ({
    tablePath,
    expression: String(expression),
    columns: columns.map(declaredColumn),
    indices: indices.map(({ name, isUnique, isSpatial, where, columns }) => [name, isUnique, isSpatial, where, namesOf(columns)]),
    uniques: uniques.map(({ name, columns }) => [name, namesOf(columns)]),
    checks: checks.map(({ name, expression }) => [name, expression]),
    foreignKeys: foreignKeys.map(({ name, referencedTablePath, columnNames, onDelete, onUpdate }) => [
      name,
      referencedTablePath,
      columnNames,
      onDelete,
      onUpdate,
    ]),
  }));

const namesOf = (columns: readonly ColumnMetadata[]): readonly string[] => columns.map(({ databaseName }) => databaseName);

const declaredColumn = (column: ColumnMetadata): readonly unknown[] => [
  column.databaseName,
  typeof column.type === 'function' ? column.type.name : column.type,
  [column.length, column.precision, column.scale, column.collation, column.comment, column.srid, column.spatialFeatureType],
  [column.isPrimary, column.isNullable, column.isArray, column.generationStrategy, column.generatedIdentity, column.enum],
  [column.asExpression, typeof column.default === 'function' ? String(column.default()) : column.default],
];
