import { availabilitySnapshotSchema, availabilityTopic, serviceSnapshotSchema, serviceTopic } from '@haven/events';
import type { EventConsumer, HavenEvent } from '@haven/messaging';
import type { EntityManager } from 'typeorm';
import type { Projection } from '../ports.js';

/** Builds the read model from events, in whatever order the two topics arrive; nothing else writes it. */
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

/** What is told on a topic, and of whom nothing is told any more. */
function dividedBy(events: readonly HavenEvent[], topic: string): { readonly told: readonly unknown[]; readonly gone: readonly string[] } {
  const mine = events.filter((event) => event.topic === topic);
  return {
    told: mine.flatMap(({ data }) => (data === null ? [] : [data])),
    gone: mine.flatMap(({ key, data }) => (data === null ? [key] : [])),
  };
}
