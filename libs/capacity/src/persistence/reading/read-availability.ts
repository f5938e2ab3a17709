import type { AvailabilitySnapshot } from '@haven/events';
import type { AdmissionRule } from '@haven/kernel';
import type { EntityManager } from 'typeorm';
import { bedsInAll } from '../../beds/availability.js';
import { poolOf, type PoolRow } from '../pool-row.js';

/** The beds of a service, as the database returns them. */
export interface AvailabilityRow {
  readonly service_id: string;
  readonly organization_id: string;
  readonly country: string | null;
  readonly active: boolean;
  /** false: the directory reports it as closed. */
  readonly takes_people: boolean;
  /** Null: not learned yet. */
  readonly service_admits: AdmissionRule | null;
  /** Null if staff never set the intake. */
  readonly open: boolean | null;
  readonly requires_acceptance: boolean | null;
  /** Whether the waiting list has entries. */
  readonly awaited: boolean;
  readonly sequence: number;
  readonly pools: readonly PoolRow[];
}

/** The beds of a service, withdrawn or not; null if the service is unknown. */
export async function readAvailability(database: Pick<EntityManager, 'query'>, serviceId: string): Promise<AvailabilityRow | null> {
  const [{ row }] = await database.query<[{ row: AvailabilityRow | null }]>('SELECT capacity.availability_of($1) AS row', [serviceId]);
  return row;
}

/** Whether the service's beds were ever published, as far as this database shows. */
export async function wasToldOf(database: Pick<EntityManager, 'query'>, serviceId: string): Promise<boolean> {
  const told = 'SELECT 1 FROM capacity.availability WHERE service_id = $1 AND sequence > 0';
  return (await database.query<unknown[]>(told, [serviceId])).length > 0;
}

/** Whether the service takes newcomers: neither staff nor the directory has closed it. */
export const isOpen = ({ open, takes_people }: AvailabilityRow): boolean => takes_people && (open ?? true);

/** The last event of a withdrawn service. */
export const withoutBeds = (row: AvailabilityRow): AvailabilitySnapshot => ({
  ...snapshotOf({ ...row, pools: [] }),
  status: 'NO_CAPACITY',
});

/** The row in the format of an event. */
export function snapshotOf(row: AvailabilityRow): AvailabilitySnapshot {
  const pools = row.pools.map(poolOf);
  return {
    serviceId: row.service_id,
    organizationId: row.organization_id,
    country: row.country,
    ...bedsInAll(pools, { open: isOpen(row), requiresAcceptance: row.requires_acceptance ?? false, awaited: row.awaited }),
    sequence: row.sequence,
    pools,
  };
}
