import type { AvailabilitySnapshot } from '@haven/contracts';
import type { EntityManager } from 'typeorm';

/** Puts the counts in place of the known ones, unless those are newer. */
export async function storeBeds(tx: EntityManager, snapshot: AvailabilitySnapshot): Promise<void> {
  await tx.query(
    `INSERT INTO matching.bed_state AS known (service_id, sequence, snapshot) VALUES ($1, $2, $3)
     ON CONFLICT (service_id) DO UPDATE SET sequence = excluded.sequence, snapshot = excluded.snapshot
     WHERE known.sequence <= excluded.sequence`,
    [snapshot.serviceId, snapshot.sequence, JSON.stringify(snapshot)],
  );
}

/** Forgets the counts of a service. */
export async function removeBeds(tx: EntityManager, serviceId: string): Promise<void> {
  await tx.query('DELETE FROM matching.bed_state WHERE service_id = $1', [serviceId]);
}
