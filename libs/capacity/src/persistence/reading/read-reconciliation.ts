import { roomName } from '@haven/events';
import type { EntityManager } from 'typeorm';
import type { Reconciliation } from '../../ports.js';
import { placed } from '../bed-pools.js';

/** {@link Reconciliation} of each open pool of a service. */
export async function readReconciliation(database: Pick<EntityManager, 'query'>, serviceId: string): Promise<Reconciliation[]> {
  const rows = await database.query<(Omit<Reconciliation, 'name'> & { readonly number: number })[]>(
    `SELECT p.id AS "poolId", p.number, p.occupied, p.counted_by AS "countedBy", ${placed} AS placed
     FROM capacity.bed_pool p WHERE p.service_id = $1 AND NOT p.closed ORDER BY p.number`,
    [serviceId],
  );
  return rows.map(({ number, ...pool }) => ({ ...pool, name: roomName(number) }));
}
