import type { Database } from '@haven/persistence';
import { Raw, type EntityManager } from 'typeorm';
import type { Capacity, CapacityTransaction } from '../ports.js';
import { clock, poolHistory } from './bed-pools.js';
import { surges as stored } from './capacity-entities.js';
import { poolOf, type PoolRow } from './pool-row.js';
import { serviceIdsOf } from './reading/service-ids.js';

/** Only surges with a bed that can go now. An occupied bed stays until it is free. */
const thatCanGo = `FROM capacity.surge s JOIN capacity.bed_pool p ON p.id = s.pool_id
  WHERE s.removed < s.beds AND s.ends_at <= clock_timestamp() AND p.occupied + p.held + p.out_of_service < p.total`;

/** Surges of a service that still have beds. */
export const surgeReads = (database: Database): Pick<Capacity, 'surges' | 'servicesWithDueSurges'> => ({
  surges: (serviceId) =>
    database.read((tx) =>
      tx.find(stored, {
        where: { serviceId, removed: Raw((removed) => `${removed} < beds`) },
        order: { endsAt: 'ASC', id: 'ASC' },
      }),
    ),
  servicesWithDueSurges: () => database.read((tx) => serviceIdsOf(tx, `SELECT DISTINCT s.service_id ${thatCanGo} LIMIT 100`)),
});

type Surges = Pick<CapacityTransaction, 'addSurge' | 'surge' | 'endSurge' | 'leavingBeds' | 'removeDueSurges'>;

/** Surges within one transaction. The caller has locked the beds of the service. */
export const surges = (tx: EntityManager): Surges => ({
  addSurge: async ({ id, poolId, beds, endsAt }, subject) => {
    // Sets `counted`: if the pool followed the directory's total again, these beds would be removed twice at their end.
    const add = `WITH changed AS (
        UPDATE capacity.bed_pool SET total = total + $3, counted = true, version = version + 1 WHERE id = $2 AND NOT closed AND total + $3 <= 100000 RETURNING *),
      history AS (${poolHistory(clock, '$5::text')}),
      surge AS (INSERT INTO capacity.surge (id, pool_id, service_id, beds, removed, ends_at) SELECT $1::uuid, id, service_id, $3, 0, $4 FROM changed)
      SELECT * FROM changed`;
    const [row] = await tx.query<PoolRow[]>(add, [id, poolId, beds, endsAt, subject]);
    return row ? poolOf(row) : null;
  },
  surge: (id) => tx.findOneBy(stored, { id }),
  endSurge: async (id, subject) => {
    await tx.query(`UPDATE capacity.surge SET ends_at = ${clock}, ended_by = $2 WHERE id = $1 AND ends_at > ${clock}`, [id, subject]);
  },
  leavingBeds: async (serviceId) => {
    const leaving = `SELECT pool_id, sum(beds - removed)::integer AS beds FROM capacity.surge
      WHERE service_id = $1 AND removed < beds AND ends_at <= clock_timestamp() GROUP BY pool_id`;
    const rows = await tx.query<{ pool_id: string; beds: number }[]>(leaving, [serviceId]);
    return new Map(rows.map(({ pool_id, beds }) => [pool_id, beds]));
  },
  removeDueSurges: async (serviceId) => {
    const due = `SELECT s.id ${thatCanGo} AND s.service_id = $1 ORDER BY s.ends_at, s.id`;
    let removed = 0;
    for (const { id } of await tx.query<{ id: string }[]>(due, [serviceId])) removed += await removeFree(tx, id);
    return removed;
  },
});

/** Removes the free beds of a surge that has ended. */
async function removeFree(tx: EntityManager, id: string): Promise<number> {
  const remove = `WITH due AS (
      SELECT s.id AS surge_id, p.id AS pool_id, least(s.beds - s.removed, p.total - p.occupied - p.held - p.out_of_service) AS beds, s.ended_by
      FROM capacity.surge s JOIN capacity.bed_pool p ON p.id = s.pool_id WHERE s.id = $1),
    changed AS (UPDATE capacity.bed_pool p SET total = p.total - due.beds, version = p.version + 1 FROM due
      WHERE p.id = due.pool_id AND due.beds > 0 RETURNING p.*),
    history AS (${poolHistory(clock, '(SELECT ended_by FROM due)')}),
    gone AS (UPDATE capacity.surge s SET removed = s.removed + due.beds FROM due WHERE s.id = due.surge_id AND due.beds > 0)
    SELECT coalesce(sum(due.beds) FILTER (WHERE due.beds > 0), 0)::integer AS beds FROM due`;
  const [row] = await tx.query<[{ beds: number }]>(remove, [id]);
  return row.beds;
}
