import type { EntityManager } from 'typeorm';
import type { OccupancyChange } from '../../beds/occupancy/occupancy.js';
import type { Span } from '../../beds/occupancy/time-bucket.js';

interface Row {
  readonly pool_id: string;
  readonly at: Date;
  readonly total: number;
  readonly occupied: number;
  readonly held: number;
  readonly out_of_service: number;
}

const columns = 'pool_id, version, at, total, occupied, held, out_of_service';

/** Changes within the span, and the counts at its beginning. The version orders changes of the same millisecond. */
export async function readOccupancyChanges(tx: EntityManager, serviceId: string, { start, end }: Span): Promise<OccupancyChange[]> {
  const rows = await tx.query<Row[]>(
    `SELECT standing.* FROM capacity.bed_pool p CROSS JOIN LATERAL (
       SELECT ${columns} FROM capacity.occupancy_change WHERE pool_id = p.id AND at < $2 ORDER BY version DESC LIMIT 1) standing
     WHERE p.service_id = $1
     UNION ALL
     SELECT ${columns} FROM capacity.occupancy_change WHERE service_id = $1 AND at >= $2 AND at < $3
     ORDER BY at, pool_id, version`,
    [serviceId, new Date(start), new Date(end)],
  );
  return rows.map((row) => ({
    poolId: row.pool_id,
    at: row.at.getTime(),
    total: row.total,
    occupied: row.occupied,
    held: row.held,
    outOfService: row.out_of_service,
  }));
}
