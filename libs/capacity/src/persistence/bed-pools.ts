import type { EntityManager } from 'typeorm';
import type { BedCounts } from '../beds/bed-pool.js';
import type { CapacityTransaction, DirectoryCounts, StoredPool } from '../ports.js';
import { bedPools as pools } from './capacity-entities.js';
import { poolOf, type PoolRow } from './pool-row.js';

type BedPools = Pick<
  CapacityTransaction,
  'pool' | 'poolsOf' | 'poolsWithGivenTotal' | 'addPool' | 'setCounts' | 'putFromDirectory' | 'closePool'
>;

/** Milliseconds, as every client sees them. Not now(): a transaction that waited for a lock began too early. */
export const clock = `date_trunc('milliseconds', clock_timestamp())`;
const columns = 'id, service_id, name, admits, total, occupied, held, out_of_service, version, confirmed_at, counted';
/** Each statement that changes a pool also writes its history. `changed` are the pools after the change. */
export const poolHistory = (at: string, subject: string): string =>
  `INSERT INTO capacity.occupancy_change (pool_id, version, service_id, at, total, occupied, held, out_of_service, subject)
   SELECT id, version, service_id, ${at}, total, occupied, held, out_of_service, ${subject} FROM changed`;
const withHistory = (change: string, at: string, subject: string, also = ''): string =>
  `WITH changed AS (${change} RETURNING *), history AS (${poolHistory(at, subject)})${also} SELECT * FROM changed`;

/** If staff count fewer beds, the missing ones are ended surge beds first. They must not be removed a second time. */
const endedAreGone = `, fewer AS (SELECT p.id, p.total - changed.total AS beds FROM capacity.bed_pool p JOIN changed ON changed.id = p.id),
  ended AS (SELECT s.id, s.beds - s.removed AS beds, fewer.beds - (sum(s.beds - s.removed) OVER (ORDER BY s.ends_at, s.id) - (s.beds - s.removed)) AS left_over
    FROM capacity.surge s JOIN fewer ON fewer.id = s.pool_id WHERE s.removed < s.beds AND s.ends_at <= clock_timestamp()),
  gone AS (UPDATE capacity.surge s SET removed = s.removed + least(ended.beds, ended.left_over) FROM ended WHERE s.id = ended.id AND ended.left_over > 0)`;

/** Beds of people who have arrived in pool `p` and have not checked out. */
export const placed = `(SELECT coalesce(sum(b.beds), 0)::integer FROM capacity.hold h JOIN capacity.held_beds b ON b.hold_id = h.id
  WHERE h.service_id = p.service_id AND h.state = 'CONFIRMED' AND b.pool_id = p.id)`;

/** When the count was made ($8). Phone clocks can be wrong, so never after now or before the last count. */
const countedAt = `least(${clock}, greatest(coalesce($8::timestamptz, ${clock}), confirmed_at))`;

/** The pools of services within one transaction. */
export const bedPools = (tx: EntityManager): BedPools => ({
  pool: async (poolId) => {
    const row = await tx.findOneBy(pools, { id: poolId, closed: false });
    return row && poolOf(row);
  },
  poolsOf: async (serviceId) => {
    const rows = await tx.find(pools, { where: { service_id: serviceId }, order: { number: 'ASC' } });
    return rows.map((row) => ({ pool: poolOf(row), counted: row.counted, closed: row.closed }));
  },
  poolsWithGivenTotal: async (serviceId) => {
    const given = await tx.find(pools, { select: { id: true }, where: { service_id: serviceId, total_given: true } });
    return new Set(given.map(({ id }) => id));
  },
  addPool: async (pool, { subject, role }) => {
    const insert = `INSERT INTO capacity.bed_pool (${columns}, total_given, counted_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, ${clock}, true, $5::integer > 0, $10)`;
    const parts = [pool.total, pool.occupied, pool.held, pool.outOfService];
    const [row] = await tx.query<[PoolRow]>(withHistory(insert, 'confirmed_at', '$9'), [
      pool.id,
      pool.serviceId,
      pool.name,
      JSON.stringify(pool.admits),
      ...parts,
      subject,
      role,
    ]);
    return poolOf(row);
  },
  setCounts: async (poolId, expectedVersion, seen, { subject, role }) => {
    const [total, occupied, outOfService] = ['coalesce($3, total)', 'coalesce($4, occupied)', 'coalesce($5, out_of_service)'];
    const update = `UPDATE capacity.bed_pool p
      SET total = ${total}, occupied = ${occupied}, out_of_service = ${outOfService}, version = version + 1, confirmed_at = ${countedAt}, counted = true, counted_by = $7,
        total_given = coalesce($3 > 0, total_given), seen_empty = least(seen_empty + greatest(occupied - ${occupied}, 0), ${placed})
      WHERE id = $1 AND version = $2 AND NOT closed AND ${occupied} + held + ${outOfService} <= ${total}`;
    const counts = [seen.total ?? null, seen.occupied ?? null, seen.outOfService ?? null];
    const [row] = await tx.query<PoolRow[]>(withHistory(update, notBefore('confirmed_at'), '$6', endedAreGone), [
      poolId,
      expectedVersion,
      ...counts,
      subject,
      role,
      seen.countedAt ?? null,
    ]);
    return row ? poolOf(row) : null;
  },
  putFromDirectory: (pool, stored) => putFromDirectory(tx, pool, stored),
  closePool: (poolId, counts) => closePool(tx, poolId, counts),
});

const notBefore = (time: string): string =>
  `greatest(${time}, (SELECT max(at) FROM capacity.occupancy_change h WHERE h.pool_id = changed.id))`;

/**
 * The directory may give its counts an old date, but the history never runs backwards: a later update starts at the last change or after
 * it.
 */
async function putFromDirectory(tx: EntityManager, pool: DirectoryCounts, stored: StoredPool | null): Promise<boolean> {
  const confirmedAt = stored?.counted ? stored.pool.confirmedAt : pool.confirmedAt;
  const put = `INSERT INTO capacity.bed_pool AS p (${columns})
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, false)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, admits = excluded.admits, total = excluded.total, occupied = excluded.occupied,
      version = p.version + 1, confirmed_at = excluded.confirmed_at, closed = false
    WHERE (p.name, p.admits, p.total, p.occupied, p.confirmed_at, p.closed)
      IS DISTINCT FROM (excluded.name, excluded.admits, excluded.total, excluded.occupied, excluded.confirmed_at, false)`;
  const at = notBefore(`coalesce(confirmed_at, ${clock})`);
  const parts = [pool.total, pool.occupied, pool.held, pool.outOfService];
  const rows = await tx.query<PoolRow[]>(withHistory(put, at, 'NULL::text'), [
    pool.id,
    pool.serviceId,
    pool.name,
    JSON.stringify(pool.admits),
    ...parts,
    confirmedAt,
  ]);
  return rows.length > 0;
}

/** The row stays. If the directory names the pool again, its versions continue, so that no old screen overwrites new counts. */
async function closePool(tx: EntityManager, poolId: string, { total, occupied, held, outOfService }: BedCounts): Promise<void> {
  const close = `UPDATE capacity.bed_pool SET total = $2, occupied = $3, held = $4, out_of_service = $5,
      version = version + 1, confirmed_at = NULL, closed = true WHERE id = $1`;
  await tx.query(withHistory(close, notBefore(clock), 'NULL::text'), [poolId, total, occupied, held, outOfService]);
}
