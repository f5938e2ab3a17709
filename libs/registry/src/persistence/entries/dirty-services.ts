import type { EntityManager } from 'typeorm';
import type { DirtyServices } from '../../ports.js';

/** Which services wait to be published. */
export function dirtyServices(tx: EntityManager): DirtyServices {
  return {
    mark: async (serviceIds) => {
      if (serviceIds.length === 0) return;
      // The update changes nothing but locks the row. Ordered, so that two transactions that add the same services cannot deadlock.
      await tx.query(
        `INSERT INTO registry.dirty_service (service_id) SELECT DISTINCT id FROM unnest($1::text[]) AS id ORDER BY id
         ON CONFLICT (service_id) DO UPDATE SET service_id = excluded.service_id`,
        [serviceIds],
      );
    },
    markAll: async () => {
      // Waits for every transaction that is adding services, and lets no other begin: such a transaction may add more, in any order.
      await tx.query('LOCK TABLE registry.dirty_service IN EXCLUSIVE MODE');
      await tx.query(
        `INSERT INTO registry.dirty_service (service_id) SELECT service_id FROM registry.service_entry ORDER BY service_id
         ON CONFLICT (service_id) DO UPDATE SET service_id = excluded.service_id`,
      );
    },
    markUnread: async (serviceIds, decisionId) => {
      await tx.query(
        `INSERT INTO registry.unread_service (service_id, decision_id) SELECT DISTINCT id, $2::bigint FROM unnest($1::text[]) AS id ORDER BY id
         ON CONFLICT (service_id) DO UPDATE SET decision_id = excluded.decision_id`,
        [serviceIds, decisionId],
      );
    },
    clearUnread: async (serviceIds) => {
      await tx.query('DELETE FROM registry.unread_service WHERE service_id = ANY($1::text[])', [serviceIds]);
    },
    takeUnread: async (limit) => {
      const rows = await tx.query<{ service_id: string }[]>(
        `WITH taken AS (DELETE FROM registry.unread_service WHERE service_id IN (
           SELECT service_id FROM registry.unread_service ORDER BY service_id LIMIT $1 FOR UPDATE) RETURNING service_id)
         SELECT service_id FROM taken`,
        [limit],
      );
      return rows.map(({ service_id }) => service_id);
    },
    take: async (limit) => {
      const rows = await tx.query<{ service_id: string }[]>(
        `SELECT service_id FROM registry.dirty_service d
         WHERE NOT EXISTS (SELECT 1 FROM registry.import_hold h WHERE h.object = 'service' AND h.id = d.service_id)
         ORDER BY service_id LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [limit],
      );
      return rows.map(({ service_id }) => service_id);
    },
    clear: async (serviceIds) => {
      await tx.query('DELETE FROM registry.dirty_service WHERE service_id = ANY($1::text[])', [serviceIds]);
    },
  };
}
