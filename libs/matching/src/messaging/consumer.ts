import {
  availabilitySnapshotSchema,
  availabilityTopic,
  serviceSnapshotSchema,
  serviceTopic,
  type AvailabilitySnapshot,
  type ServiceSnapshot,
} from '@haven/events';
import type { EventConsumer, HavenEvent } from '@haven/messaging';
import type { EntityManager } from 'typeorm';

/** Writes the read model, in the transaction that handles the events; each service occurs once. */
export interface Projection {
  storeServices(tx: EntityManager, snapshots: readonly ServiceSnapshot[]): Promise<void>;
  removeServices(tx: EntityManager, serviceIds: readonly string[]): Promise<void>;
  storeBeds(tx: EntityManager, snapshots: readonly AvailabilitySnapshot[]): Promise<void>;
  removeBeds(tx: EntityManager, serviceIds: readonly string[]): Promise<void>;
}

/** Builds the read model from events, in whatever order the two topics arrive. Nothing else writes it. */
export function readModelConsumer(projection: Projection): EventConsumer {
  const applyTogether = async (tx: EntityManager, events: readonly HavenEvent[]): Promise<void> => {
    const [services, counts] = [dividedBy(events, serviceTopic), dividedBy(events, availabilityTopic)];
    await projection.removeServices(tx, services.gone);
    await projection.storeServices(
      tx,
      services.told.map((data) => serviceSnapshotSchema.parse(data)),
    );
    await projection.removeBeds(tx, counts.gone);
    await projection.storeBeds(
      tx,
      counts.told.map((data) => availabilitySnapshotSchema.parse(data)),
    );
  };
  return {
    name: 'matching-read-model',
    topics: [serviceTopic, availabilityTopic],
    tellsWholeState: true,
    apply: (tx, event) => applyTogether(tx, [event]),
    applyTogether,
  };
}

/** Snapshots on a topic, and the keys with tombstones. */
function dividedBy(events: readonly HavenEvent[], topic: string): { readonly told: readonly unknown[]; readonly gone: readonly string[] } {
  const mine = events.filter((event) => event.topic === topic);
  return {
    told: mine.flatMap(({ data }) => (data === null ? [] : [data])),
    gone: mine.flatMap(({ key, data }) => (data === null ? [key] : [])),
  };
}
