import type { EntityManager } from 'typeorm';
import type { EnteredPlaces } from '../../ports.js';

/** Which places an organization entered or left. */
export function enteredPlaces(tx: EntityManager): EnteredPlaces {
  return {
    note: (organizationId, cells) => write(tx, organizationId, cells, false),
    leave: (organizationId, cells) => write(tx, organizationId, cells, true),
    leftIn: async (organizationId, cells) => {
      const rows = await tx.query<{ location_id: string }[]>(
        `SELECT e.location_id FROM registry.entered_place e
         WHERE e.organization_id = $1 AND e.has_left AND (e.cell IS NULL OR e.cell = ANY($2::text[]))
           AND NOT EXISTS (SELECT 1 FROM registry.confidential_location c WHERE c.location_id = e.location_id)`,
        [organizationId, cells],
      );
      return rows.map(({ location_id: id }) => id);
    },
    openAmong: async (locationIds) => {
      const rows = await tx.query<{ location_id: string }[]>(
        'SELECT location_id FROM registry.entered_place WHERE location_id = ANY($1::text[]) AND NOT has_left',
        [locationIds],
      );
      return rows.map(({ location_id: id }) => id);
    },
  };
}

async function write(
  tx: EntityManager,
  organizationId: string,
  cells: ReadonlyMap<string, string | null>,
  hasLeft: boolean,
): Promise<void> {
  if (cells.size === 0) return;
  await tx.query(
    `INSERT INTO registry.entered_place (location_id, organization_id, cell, has_left)
     SELECT id, $1, cell, $4 FROM unnest($2::text[], $3::text[]) AS given (id, cell)
     ON CONFLICT (location_id) DO UPDATE SET organization_id = excluded.organization_id, cell = excluded.cell, has_left = excluded.has_left`,
    [organizationId, [...cells.keys()], [...cells.values()], hasLeft],
  );
}
