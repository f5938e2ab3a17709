import { availabilityTopic, availabilityWithdrawnType } from '@haven/events';
import { leapSequences, type OutgoingEvent } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { Capacity, CapacityTransaction } from '../ports.js';
import { holdOf, type HoldRow } from './hold-row.js';
import { activeHoldRows, newsOf } from './holds.js';
import { wasToldOf } from './reading/read-availability.js';
import { serviceIdsOf } from './reading/service-ids.js';

type Retelling = Pick<CapacityTransaction, 'leapSequences' | 'wasToldOf' | 'forgetBeds' | 'settleRetelling' | 'tellHolds'>;

/** Publishes again, within one transaction. `news`: events to emit. */
export const retelling = (tx: EntityManager, news: OutgoingEvent[]): Retelling => ({
  leapSequences: () => leapSequences(tx, 'capacity'),
  wasToldOf: (serviceId) => wasToldOf(tx, serviceId),
  forgetBeds: (serviceId) => void news.push(forgotten(serviceId)),
  settleRetelling: async (serviceId) => {
    const settle = 'WITH settled AS (DELETE FROM capacity.beds_to_retell WHERE service_id = $1 RETURNING 1) SELECT 1 FROM settled';
    return (await tx.query<unknown[]>(settle, [serviceId])).length > 0;
  },
  tellHolds: async (serviceId) => {
    const active = `${activeHoldRows} AND h.service_id = $1 ORDER BY h.id`;
    news.push(...(await tx.query<HoldRow[]>(active, [serviceId])).map((row) => newsOf(holdOf(row))));
  },
});

/** Tombstone for the beds of the service. */
export const forgotten = (serviceId: string): OutgoingEvent => ({
  topic: availabilityTopic,
  key: serviceId,
  type: availabilityWithdrawnType,
  data: null,
});

/** Finds what has to be published again. */
export const retellingReads = (database: Database): Pick<Capacity, 'servicesAfter' | 'servicesToRetell'> => ({
  servicesToRetell: () =>
    database.read((tx) => serviceIdsOf(tx, 'SELECT service_id FROM capacity.beds_to_retell ORDER BY service_id LIMIT 100')),
  servicesAfter: (id) =>
    database.read((tx) =>
      serviceIdsOf(tx, 'SELECT service_id FROM capacity.service_ref WHERE service_id > $1 ORDER BY service_id LIMIT 200', [id]),
    ),
});
