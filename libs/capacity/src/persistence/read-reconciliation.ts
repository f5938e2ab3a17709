import type { EntityManager } from 'typeorm';
import type { Reconciliation } from '../application/ports.js';

/** {@link Reconciliation} of each open pool of a service. */
export const readReconciliation = (database: Pick<EntityManager, 'query'>, serviceId: string): Promise<Reconciliation[]> =>
  database.query<Reconciliation[]>(
    `SELECT p.id AS "poolId", p.name, p.occupied, coalesce((
       SELECT sum(b.beds) FROM capacity.hold h JOIN capacity.held_beds b ON b.hold_id = h.id
       WHERE h.service_id = p.service_id AND h.state = 'CONFIRMED' AND b.pool_id = p.id), 0)::integer AS placed
     FROM capacity.bed_pool p WHERE p.service_id = $1 AND NOT p.closed ORDER BY p.name COLLATE "C", p.id`,
    [serviceId],
  );
