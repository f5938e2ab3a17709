import { withRoomNames, type AvailabilitySnapshot } from '@haven/events';
import type { EntityManager } from 'typeorm';
import type { WeighedPool } from '../../judging/candidate.js';
import { isFull } from '../../judging/is-full.js';
import { digestOf } from './digest-of.js';

/** Replaces stored counts, unless those are newer. */
export async function storeBeds(tx: EntityManager, told: readonly AvailabilitySnapshot[]): Promise<void> {
  if (told.length === 0) return;
  await tx.query(
    // In order, so that two transactions that store counts cannot deadlock.
    `INSERT INTO matching.bed_state AS known (service_id, sequence, status, confirmed_at, pools, snapshot, is_full, version)
     SELECT * FROM json_to_recordset($1::json) AS told (service_id text, sequence int, status text, confirmed_at text, pools jsonb, snapshot jsonb,
                                                        is_full boolean, version text)
     ORDER BY service_id
     ON CONFLICT (service_id) DO UPDATE
     SET sequence = excluded.sequence, status = excluded.status, confirmed_at = excluded.confirmed_at,
         pools = excluded.pools, snapshot = excluded.snapshot, is_full = excluded.is_full, version = excluded.version
     WHERE known.sequence <= excluded.sequence`,
    [JSON.stringify(told.map(rowOf))],
  );
  await updateFullSites(
    tx,
    told.map(({ serviceId }) => serviceId),
  );
}

function rowOf(told: AvailabilitySnapshot) {
  const snapshot = { ...told, pools: withRoomNames(told.pools) };
  const pools = snapshot.pools.map(({ free, admits }): WeighedPool => ({ free, admits }));
  const { serviceId: service_id, sequence, status, confirmedAt: confirmed_at } = snapshot;
  return { service_id, sequence, status, confirmed_at, pools, snapshot, is_full: isFull({ status, pools }), version: digestOf(snapshot) };
}

/**
 * Most counts change nothing here, so the places and their indexes stay untouched. This is a separate statement, because only then it sees
 * places that were stored while the counts waited for them.
 */
const updateFullSites = (tx: EntityManager, serviceIds: readonly string[]): Promise<unknown> =>
  tx.query(
    `UPDATE matching.site SET is_full = NOT site.is_full
     FROM unnest($1::text[]) AS told (service_id) LEFT JOIN matching.bed_state USING (service_id)
     WHERE site.service_id = told.service_id AND category = 'ACCOMMODATION' AND site.is_full <> coalesce(bed_state.is_full, false)`,
    [serviceIds],
  );

/** Deletes the counts of services. */
export async function removeBeds(tx: EntityManager, serviceIds: readonly string[]): Promise<void> {
  if (serviceIds.length === 0) return;
  await tx.query('DELETE FROM matching.bed_state WHERE service_id = ANY($1)', [serviceIds]);
  await updateFullSites(tx, serviceIds);
}
