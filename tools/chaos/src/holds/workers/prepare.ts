import { randomUUID } from 'node:crypto';
import { capacityConsumer, capacityOn, defineBedPool, openCapacityDatabase } from '@haven/capacity';
import { serviceSnapshotType, serviceTopic } from '@haven/events';
import { unknownRule } from '@haven/kernel';
import { shelters } from '../shelters.js';
import { run } from './process.js';

/** Makes the tables and the shelters of a run, through the product's events and use cases. */
await run(async ({ database: connection }) => {
  const database = await openCapacityDatabase(connection);
  const capacity = capacityOn(database);
  const owner = { subject: 'owner', role: 'PROVIDER', organizationId: 'shelters' } as const;
  const anyAdult = { minimumAge: 18, maximumAge: null, accompaniedOnly: false };
  for (const { serviceId, pools, admits: only } of shelters) {
    const organization = { id: owner.organizationId, name: 'Shelters' };
    const admission = { ...unknownRule, persons: only ? [{ ...anyAdult, genders: [only] }] : null };
    const data = { service: { id: serviceId, status: 'ACTIVE', organization, locations: [], admission }, capacities: [] };
    const origin = { topic: serviceTopic, type: serviceSnapshotType, sequence: 1, time: new Date().toISOString(), correlationId: null };
    await database.transaction((tx) => capacityConsumer.apply(tx, { ...origin, id: randomUUID(), key: serviceId, data }));
    for (const { name, gender, total } of pools) {
      const admits = gender && { persons: [{ genders: [gender], minimumAge: 18 }] };
      const added = await defineBedPool(capacity, owner, { idempotencyKey: randomUUID(), serviceId, name, total, admits });
      if ('kind' in added) throw new Error(JSON.stringify(added));
    }
  }
  return () => database.close();
});
