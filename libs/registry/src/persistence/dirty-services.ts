import type { EntityManager } from 'typeorm';
import type { DirtyServices } from '../application/ports.js';

/** Which services wait to be published. */
export function dirtyServices(tx: EntityManager): DirtyServices {
  return {
    mark: async (serviceIds, heldBy) => {
      if (serviceIds.length === 0) return;
      // Ordered, so that two transactions that mark the same services cannot wait for each other.
      await tx.query(
        `INSERT INTO registry.dirty_service (service_id, held_by) SELECT id, $2 FROM unnest($1::text[]) AS id ORDER BY id
         ON CONFLICT (service_id) DO UPDATE SET held_by = excluded.held_by`,
        [serviceIds, heldBy],
      );
    },
    release: async (heldBy) => {
      const rows = await tx.query<unknown[]>(
        `WITH released AS (UPDATE registry.dirty_service SET held_by = NULL WHERE held_by = $1 RETURNING 1) SELECT 1 FROM released`,
        [heldBy],
      );
      return rows.length;
    },
    lock: async (serviceId) => {
      await tx.query(
        `INSERT INTO registry.dirty_service AS d (service_id, held_by) VALUES ($1, NULL)
         ON CONFLICT (service_id) DO UPDATE SET held_by = d.held_by`,
        [serviceId],
      );
    },
    heldAfter: async (heldBy, serviceId, limit) => {
      const rows = await tx.query<{ service_id: string }[]>(
        'SELECT service_id FROM registry.dirty_service WHERE held_by = $1 AND service_id > $2 ORDER BY service_id LIMIT $3',
        [heldBy, serviceId, limit],
      );
      return rows.map(({ service_id }) => service_id);
    },
    take: async (limit) => {
      const rows = await tx.query<{ service_id: string }[]>(
        `SELECT service_id FROM registry.dirty_service WHERE held_by IS NULL ORDER BY service_id LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [limit],
      );
      return rows.map(({ service_id }) => service_id);
    },
    clear: async (serviceIds) => {
      await tx.query('DELETE FROM registry.dirty_service WHERE service_id = ANY($1::text[])', [serviceIds]);
    },
    count: async () => {
      const [row] = await tx.query<{ n: number }[]>('SELECT count(*)::int AS n FROM registry.dirty_service WHERE held_by IS NULL');
      return row?.n ?? 0;
    },
  };
}
