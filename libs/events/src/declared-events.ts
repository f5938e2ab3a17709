import { z } from 'zod';
import { availabilitySnapshotSchema, availabilityTopic, availabilityType, availabilityWithdrawnType } from './availability-event.js';
import { demandSchema, demandTopic, demandType } from './demand-event.js';
import { holdSnapshotSchema, holdTopic, holdType } from './hold-event.js';
import { serviceSnapshotSchema, serviceSnapshotType, serviceTopic, serviceWithdrawnType } from './service-event.js';

/** A type of event, documented in docs/events for other systems. */
export interface DeclaredEvent {
  readonly topic: string;
  readonly type: string;
  readonly title: string;
  readonly summary: string;
  /** The schema of the data; null alone: a tombstone, which on Kafka is a message without a value. */
  readonly data: z.ZodType;
}

/** Every type of event that Haven publishes. Its version is in the name of its topic. */
export const eventDeclarations: readonly DeclaredEvent[] = [
  {
    topic: serviceTopic,
    type: serviceSnapshotType,
    title: 'Service snapshot',
    summary: 'The whole service as it is now; replaces every earlier event of the service.',
    data: serviceSnapshotSchema,
  },
  {
    topic: serviceTopic,
    type: serviceWithdrawnType,
    title: 'Service withdrawn',
    summary: 'The service is no longer in the directory. The message has no value, so that compaction forgets the service.',
    data: z.null(),
  },
  {
    topic: availabilityTopic,
    type: availabilityType,
    title: 'Availability changed',
    summary: 'All bed pools of a service with their counts; replaces every earlier event of the service.',
    data: availabilitySnapshotSchema,
  },
  {
    topic: availabilityTopic,
    type: availabilityWithdrawnType,
    title: 'Availability withdrawn',
    summary: 'The service with these beds is no longer in the directory. The message has no value, so that compaction forgets them.',
    data: z.null(),
  },
  {
    topic: holdTopic,
    type: holdType,
    title: 'Hold changed',
    summary: 'A hold of beds as it is now; replaces every earlier event of the hold. Nothing of the people it is for.',
    data: holdSnapshotSchema,
  },
  {
    topic: demandTopic,
    type: demandType,
    title: 'Demand recorded',
    summary: 'A party needed something of this category, and this became of it. Says nothing of earlier events, and nothing of who asked.',
    data: demandSchema,
  },
];
