import type { EntityManager } from 'typeorm';

/** Which places are confidential, and the public cell of each. */
export function publicCells(tx: EntityManager) {
  return {
    of: async (locationIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> => {
      if (locationIds.length === 0) return new Map();
      const rows = await tx.query<{ location_id: string; public_cell: string | null }[]>(
        'SELECT location_id, public_cell FROM registry.confidential_location WHERE location_id = ANY($1::text[])',
        [locationIds],
      );
      return new Map(rows.map((row) => [row.location_id, row.public_cell]));
    },
    /** A cell that is set stays, whatever is given. */
    fix: async (locationId: string, cell: string | null): Promise<void> => {
      await tx.query(
        `INSERT INTO registry.confidential_location AS c (location_id, public_cell) VALUES ($1, $2)
         ON CONFLICT (location_id) DO UPDATE SET public_cell = coalesce(c.public_cell, excluded.public_cell)`,
        [locationId, cell],
      );
    },
  };
}
