import type { EntityManager } from 'typeorm';
import type { CapacityTransaction, ServiceRef } from '../ports.js';
import { serviceRefs } from './capacity-entities.js';

/** The facts about a service. */
export const readService = (tx: EntityManager, serviceId: string): Promise<ServiceRef | null> => tx.findOneBy(serviceRefs, { serviceId });

/** The same within one transaction. */
export const services = (tx: EntityManager): Pick<CapacityTransaction, 'service' | 'putService'> => ({
  service: (serviceId) => readService(tx, serviceId),
  putService: async ({ serviceId, organizationId, country, active, takesPeople, admits }) => {
    const [before] = await tx.query<ServiceRef[]>(
      `WITH put AS (
         INSERT INTO capacity.service_ref (service_id, organization_id, country, active, takes_people, admits) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (service_id) DO UPDATE
         SET organization_id = excluded.organization_id, country = excluded.country, active = excluded.active,
           takes_people = excluded.takes_people, admits = excluded.admits)
       SELECT service_id AS "serviceId", organization_id AS "organizationId", country, active, takes_people AS "takesPeople", admits
       FROM capacity.service_ref WHERE service_id = $1`,
      [serviceId, organizationId, country, active, takesPeople, admits && JSON.stringify(admits)],
    );
    return before ?? null;
  },
});
