import type { AdmissionRule } from '@haven/kernel';
import type { EntityManager } from 'typeorm';
import type { CapacityTransaction, ServiceRef } from '../ports.js';

interface Row {
  readonly service_id: string;
  readonly organization_id: string;
  readonly country: string | null;
  readonly active: boolean;
  readonly takes_people: boolean;
  readonly admits: AdmissionRule | null;
}

/** What capacity keeps of services, within one transaction. */
export const serviceRefs = (tx: EntityManager): Pick<CapacityTransaction, 'service' | 'putService'> => ({
  service: async (serviceId) => {
    const [row] = await tx.query<Row[]>('SELECT * FROM capacity.service_ref WHERE service_id = $1', [serviceId]);
    return row ? refOf(row) : null;
  },
  putService: async ({ serviceId, organizationId, country, active, takesPeople, admits }) => {
    const [before] = await tx.query<Row[]>(
      `WITH put AS (
         INSERT INTO capacity.service_ref (service_id, organization_id, country, active, takes_people, admits) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (service_id) DO UPDATE
         SET organization_id = excluded.organization_id, country = excluded.country, active = excluded.active,
           takes_people = excluded.takes_people, admits = excluded.admits)
       SELECT * FROM capacity.service_ref WHERE service_id = $1`,
      [serviceId, organizationId, country, active, takesPeople, admits && JSON.stringify(admits)],
    );
    return before ? refOf(before) : null;
  },
});

const refOf = (row: Row): ServiceRef => ({
  serviceId: row.service_id,
  organizationId: row.organization_id,
  country: row.country,
  active: row.active,
  takesPeople: row.takes_people,
  admits: row.admits,
});
