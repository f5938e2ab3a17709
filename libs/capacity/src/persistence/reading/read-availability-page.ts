import type { AvailabilitySnapshot } from '@haven/events';
import type { EntityManager } from 'typeorm';
import type { AvailabilityScope } from '../../ports.js';
import { snapshotOf, type AvailabilityRow } from './read-availability.js';

const pageSize = 25;

/** The next services of the scope, in order of id. */
export async function readAvailabilityPage(
  tx: EntityManager,
  { serviceIds, organizationId, country }: AvailabilityScope,
  after: string,
): Promise<AvailabilitySnapshot[]> {
  const rows = await tx.query<{ row: AvailabilityRow }[]>(
    `SELECT capacity.availability_of(s.service_id) AS row FROM capacity.service_ref s
     WHERE s.active AND s.service_id > $1
       AND ($2::text[] IS NULL OR s.service_id = ANY($2))
       AND ($3::text IS NULL OR s.organization_id = $3)
       AND ($4::text IS NULL OR s.country = $4)
       AND ($2::text[] IS NOT NULL OR EXISTS (SELECT 1 FROM capacity.bed_pool p WHERE p.service_id = s.service_id AND NOT p.closed))
     ORDER BY s.service_id LIMIT ${pageSize}`,
    [after, serviceIds, organizationId, country],
  );
  return rows.map(({ row }) => snapshotOf(row));
}
