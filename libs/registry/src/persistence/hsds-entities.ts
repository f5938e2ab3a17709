import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { objectNames, type ObjectName } from '../hsds/record.js';
import { scalarColumns } from './record-row.js';

/** The 24 tables `registry.<object>`, one column for each scalar that HSDS declares. */
export const hsdsEntities: readonly EntitySchema[] = objectNames.map(entityOf);

function entityOf(object: ObjectName): EntitySchema {
  const columns: Record<string, EntitySchemaColumnOptions> = {
    id: { type: 'text', primary: true, primaryKeyConstraintName: `${object}_pkey` },
  };
  for (const { name, type } of scalarColumns(object)) columns[name] = { type, nullable: true };
  columns.haven_source = { type: 'text' };
  columns.haven_origin = { type: 'text', nullable: true };
  columns.haven_digest = { type: 'text' };
  columns.haven_extra = { type: 'jsonb', default: {} };
  return new EntitySchema({ name: `registry_${object}`, schema: 'registry', tableName: object, columns });
}
