import { serviceSnapshotSchema, serviceTopic, serviceViewSchema } from '@haven/events';
import type { EventConsumer, HavenEvent } from '@haven/messaging';
import type { EntityManager } from 'typeorm';
import { followService, forgetService, type FollowedService } from '../directory/follow-service.js';
import type { CapacityTransaction } from '../ports.js';
import { countryOfPlaces } from '../directory/country-of-places.js';

/** Only the fields used here, so that the consumer never fails on others. */
const snapshot = serviceSnapshotSchema
  .pick({ capacities: true })
  .extend({ service: serviceViewSchema.pick({ id: true, status: true, organization: true, locations: true, admission: true }) });

type InTransaction = (tx: EntityManager, work: (capacity: CapacityTransaction) => Promise<void>) => Promise<void>;

/** Follows the registry's services. */
export const serviceConsumer = (inTransaction: InTransaction): EventConsumer => ({
  name: 'capacity-services',
  topics: [serviceTopic],
  tellsWholeState: true,
  apply: (tx, event) =>
    inTransaction(tx, (capacity) => (event.data === null ? forgetService(capacity, event.key) : followService(capacity, serviceOf(event)))),
});

function serviceOf(event: HavenEvent): FollowedService {
  const { service, capacities } = snapshot.parse(event.data);
  const country = countryOfPlaces(service.locations);
  const takesPeople = service.status === 'ACTIVE';
  return {
    service: {
      serviceId: service.id,
      organizationId: service.organization.id,
      country,
      active: true,
      takesPeople,
      admits: service.admission,
    },
    capacities,
    toldAt: new Date(event.time),
  };
}
