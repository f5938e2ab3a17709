import { withRoomNames, type AvailabilitySnapshot } from '@haven/contracts';
import type { EntityManager } from 'typeorm';
import type { WeighedPool } from '../domain/candidate.js';

/** Puts the counts in place of the known ones, unless those are newer. */
export async function storeBeds(tx: EntityManager, told: AvailabilitySnapshot): Promise<void> {
  const snapshot = { ...told, pools: withRoomNames(told.pools) };
  const pools = snapshot.pools.map(({ free, admits }): WeighedPool => ({ free, admits }));
  await tx.query(
    `INSERT INTO matching.bed_state AS known (service_id, sequence, status, confirmed_at, pools, snapshot) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (service_id) DO UPDATE
     SET sequence = excluded.sequence, status = excluded.status, confirmed_at = excluded.confirmed_at,
         pools = excluded.pools, snapshot = excluded.snapshot
     WHERE known.sequence <= excluded.sequence`,
    [snapshot.serviceId, snapshot.sequence, snapshot.status, snapshot.confirmedAt, JSON.stringify(pools), JSON.stringify(snapshot)],
  );
}

/** Forgets the counts of a service. */
export async function removeBeds(tx: EntityManager, serviceId: string): Promise<void> {
  await tx.query('DELETE FROM matching.bed_state WHERE service_id = $1', [serviceId]);
}
