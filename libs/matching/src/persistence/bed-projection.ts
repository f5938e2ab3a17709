import type { AvailabilitySnapshot } from '@haven/contracts';
import type { EntityManager } from 'typeorm';
import type { WeighedBeds } from '../domain/candidate.js';

/** Puts the counts in place of the known ones, unless those are newer. */
export async function storeBeds(tx: EntityManager, snapshot: AvailabilitySnapshot): Promise<void> {
  await tx.query(
    `INSERT INTO matching.bed_state AS known (service_id, sequence, weighed, snapshot) VALUES ($1, $2, $3, $4)
     ON CONFLICT (service_id) DO UPDATE SET sequence = excluded.sequence, weighed = excluded.weighed, snapshot = excluded.snapshot
     WHERE known.sequence <= excluded.sequence`,
    [snapshot.serviceId, snapshot.sequence, JSON.stringify(weighedOf(snapshot)), JSON.stringify(snapshot)],
  );
}

const weighedOf = ({ status, confirmedAt, pools }: AvailabilitySnapshot): WeighedBeds => ({
  status,
  confirmedAt,
  pools: pools.map(({ id, free, admits }) => ({ id, free, admits })),
});

/** Forgets the counts of a service. */
export async function removeBeds(tx: EntityManager, serviceId: string): Promise<void> {
  await tx.query('DELETE FROM matching.bed_state WHERE service_id = $1', [serviceId]);
}
