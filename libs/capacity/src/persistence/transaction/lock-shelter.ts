import type { EntityManager } from 'typeorm';
import type { Shelter } from '../../ports.js';
import { intakeOf, type IntakeRow } from '../intake-row.js';
import { isOpen, snapshotOf, type AvailabilityRow } from '../reading/read-availability.js';

interface Row {
  readonly availability: AvailabilityRow | null;
  readonly intake: IntakeRow | null;
  readonly already_held: number;
  readonly some_are_over: boolean;
}

/** Locks the beds of a shelter and reads it as a caller of the organization sees it. */
export async function lockShelter(tx: EntityManager, serviceId: string, organizationId: string | null): Promise<Shelter | null> {
  const sql = 'SELECT capacity.locked_shelter($1, $2) AS row';
  const [{ row }] = await tx.query<[{ row: Row }]>(sql, [serviceId, organizationId]);
  if (!row.availability) return null;
  const { organization_id, country, active, takes_people: takesPeople, service_admits: admits } = row.availability;
  return {
    service: { serviceId, organizationId: organization_id, country, active, takesPeople, admits },
    intake: { ...intakeOf(row.intake), open: isOpen(row.availability) },
    availability: snapshotOf(row.availability),
    alreadyHeld: row.already_held,
    someAreOver: row.some_are_over,
  };
}
