import type { EntityManager } from 'typeorm';
import type { Reconciliation } from '../application/ports.js';
import { placed } from './bed-pools.js';

/** {@link Reconciliation} of each open pool of a service. */
export const readReconciliation = (database: Pick<EntityManager, 'query'>, serviceId: string): Promise<Reconciliation[]> =>
  database.query<Reconciliation[]>(
    `SELECT p.id AS "poolId", p.name, p.occupied, ${placed} AS placed
     FROM capacity.bed_pool p WHERE p.service_id = $1 AND NOT p.closed ORDER BY p.name COLLATE "C", p.id`,
    [serviceId],
  );
