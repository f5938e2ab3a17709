import type { EntityManager } from 'typeorm';
import type { Shelter } from '../application/ports.js';
import { heldAt, isOverNow } from './holds.js';
import { intakeOf, type IntakeRow } from './intakes.js';
import { availabilityRowsWith, snapshotOf, type AvailabilityRow } from './read-availability.js';

interface Row extends AvailabilityRow {
  readonly intake: IntakeRow | null;
  readonly already_held: number;
  readonly some_are_over: boolean;
}

const heldHere = `FROM capacity.hold h WHERE ${heldAt('s.service_id')}`;
const alreadyHeld = `(SELECT coalesce(sum(b.beds), 0)::integer FROM capacity.held_beds b
  WHERE b.hold_id IN (SELECT h.id ${heldHere} AND h.organization_id IS NOT DISTINCT FROM $2))`;
const shelterRow = `${availabilityRowsWith(`
    to_jsonb(i) AS intake,
    CASE WHEN i.most_beds_per_organization IS NULL THEN 0 ELSE ${alreadyHeld} END AS already_held,
    EXISTS (SELECT 1 ${heldHere} AND ${isOverNow}) AS some_are_over`)} WHERE s.service_id = $1`;

/** A shelter as somebody of the organization finds it who asks for beds there. */
export async function readShelter(tx: EntityManager, serviceId: string, organizationId: string | null): Promise<Shelter | null> {
  const [row] = await tx.query<Row[]>(shelterRow, [serviceId, organizationId]);
  if (!row) return null;
  return {
    service: { serviceId, organizationId: row.organization_id, country: row.country, active: row.active },
    intake: intakeOf(row.intake),
    availability: snapshotOf(row),
    alreadyHeld: row.already_held,
    someAreOver: row.some_are_over,
  };
}
