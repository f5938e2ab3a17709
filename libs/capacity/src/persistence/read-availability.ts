import type { AvailabilitySnapshot } from '@haven/contracts';
import { bedsInAll } from '../domain/availability.js';
import { poolOf, type PoolRow } from './pool-row.js';

const select = (sequence: string, more = ''): string => `
  SELECT ${more} s.service_id, s.organization_id, s.country, s.active, i.open, i.requires_acceptance,
    EXISTS (SELECT 1 FROM capacity.waiting w WHERE w.service_id = s.service_id AND w.state = 'WAITING') AS awaited, ${sequence} AS sequence,
    (SELECT coalesce(json_agg(p ORDER BY p.name COLLATE "C", p.id), '[]') FROM capacity.bed_pool p WHERE p.service_id = s.service_id AND NOT p.closed) AS pools
  FROM capacity.service_ref s LEFT JOIN capacity.intake i USING (service_id)`;

/** Services with all their pools, each read in one statement so that sequence and counts belong together. */
export const availabilityRows = `${select('coalesce(a.sequence, 0)')} LEFT JOIN capacity.availability a USING (service_id)`;

/** {@link availabilityRows} with `more` columns of service `s` and its intake `i`. */
export const availabilityRowsWith = (more: string): string =>
  `${select('coalesce(a.sequence, 0)', `${more},`)} LEFT JOIN capacity.availability a USING (service_id)`;

/** Gives the beds of service $1 their next sequence and answers them; the pools must have changed in an earlier statement. */
export const nextAvailabilityRow = `
  WITH next AS (UPDATE capacity.availability SET sequence = sequence + 1 WHERE service_id = $1 RETURNING service_id, sequence)
  ${select('next.sequence')} JOIN next USING (service_id)`;

/** {@link availabilityRows} */
export interface AvailabilityRow {
  readonly service_id: string;
  readonly organization_id: string;
  readonly country: string | null;
  readonly active: boolean;
  /** Null where nothing was ever said of the intake. */
  readonly open: boolean | null;
  readonly requires_acceptance: boolean | null;
  /** Whether somebody is on the waiting list. */
  readonly awaited: boolean;
  readonly sequence: number;
  readonly pools: readonly PoolRow[];
}

/** The row as the event tells it. */
export function snapshotOf(row: AvailabilityRow): AvailabilitySnapshot {
  const pools = row.pools.map(poolOf);
  return {
    serviceId: row.service_id,
    organizationId: row.organization_id,
    country: row.country,
    ...bedsInAll(pools, { open: row.open ?? true, requiresAcceptance: row.requires_acceptance ?? false, awaited: row.awaited }),
    sequence: row.sequence,
    pools,
  };
}
