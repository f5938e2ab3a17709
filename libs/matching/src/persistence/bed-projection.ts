import { withRoomNames, type AvailabilitySnapshot } from '@haven/contracts';
import type { EntityManager } from 'typeorm';
import type { WeighedPool } from '../domain/candidate.js';
import { isFull } from '../domain/is-full.js';
import { digestOf } from './digest-of.js';

/** Puts the counts in place of the known ones, unless those are newer. */
export async function storeBeds(tx: EntityManager, told: AvailabilitySnapshot): Promise<void> {
  const snapshot = { ...told, pools: withRoomNames(told.pools) };
  const pools = snapshot.pools.map(({ free, admits }): WeighedPool => ({ free, admits }));
  await tx.query(
    `INSERT INTO matching.bed_state AS known (service_id, sequence, status, confirmed_at, pools, snapshot, is_full, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (service_id) DO UPDATE
     SET sequence = excluded.sequence, status = excluded.status, confirmed_at = excluded.confirmed_at,
         pools = excluded.pools, snapshot = excluded.snapshot, is_full = excluded.is_full, version = excluded.version
     WHERE known.sequence <= excluded.sequence`,
    [
      snapshot.serviceId,
      snapshot.sequence,
      snapshot.status,
      snapshot.confirmedAt,
      JSON.stringify(pools),
      JSON.stringify(snapshot),
      isFull({ ...snapshot, pools }),
      digestOf(snapshot),
    ],
  );
  await tellSites(tx, snapshot.serviceId);
}

/**
 * Most counts change nothing here, so that the places and their indexes stay as they are. A statement of its own: only so it sees places
 * that were stored while the counts waited for them.
 */
const tellSites = (tx: EntityManager, serviceId: string): Promise<unknown> =>
  tx.query(
    `UPDATE matching.site SET is_full = NOT site.is_full
     WHERE service_id = $1 AND category = 'ACCOMMODATION'
       AND is_full <> coalesce((SELECT is_full FROM matching.bed_state WHERE bed_state.service_id = $1), false)`,
    [serviceId],
  );

/** Forgets the counts of a service. */
export async function removeBeds(tx: EntityManager, serviceId: string): Promise<void> {
  await tx.query('DELETE FROM matching.bed_state WHERE service_id = $1', [serviceId]);
  await tellSites(tx, serviceId);
}
