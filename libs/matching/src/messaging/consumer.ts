import { availabilitySnapshotSchema, availabilityTopic, serviceSnapshotSchema, serviceTopic } from '@haven/contracts';
import type { EventConsumer, HavenEvent } from '@haven/messaging';
import type { EntityManager } from 'typeorm';
import type { Projection } from '../application/ports.js';

/** Builds the read model from events, in whatever order the two topics arrive; nothing else writes it. */
export const readModelConsumer = (projection: Projection): EventConsumer => ({
  name: 'matching-read-model',
  topics: [serviceTopic, availabilityTopic],
  tellsWholeState: true,
  apply: (tx, event) => (event.topic === serviceTopic ? applyService : applyAvailability)(projection, tx, event),
});

function applyService(projection: Projection, tx: EntityManager, { key, data }: HavenEvent): Promise<void> {
  return data === null ? projection.removeService(tx, key) : projection.storeService(tx, serviceSnapshotSchema.parse(data));
}

function applyAvailability(projection: Projection, tx: EntityManager, { key, data }: HavenEvent): Promise<void> {
  return data === null ? projection.removeBeds(tx, key) : projection.storeBeds(tx, availabilitySnapshotSchema.parse(data));
}
