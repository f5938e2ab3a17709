import { availabilityTopic } from './availability-event.js';
import { demandTopic } from './demand-event.js';
import { holdTopic } from './hold-event.js';
import { serviceTopic } from './service-event.js';

/** The required form of a Kafka topic; `settings` by their Kafka names. */
export interface DeclaredTopic {
  readonly name: string;
  /** Its content, for docs/events. */
  readonly about: string;
  readonly partitions: number;
  readonly settings: Readonly<Record<string, string>>;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Each event contains the whole state of its key. An outdated one is deleted within the hour, because its place may have become
 * confidential. A tombstone stays for a week, so that a consumer that was away for that long still receives it.
 */
const compacted = {
  'cleanup.policy': 'compact',
  'min.compaction.lag.ms': '0',
  'max.compaction.lag.ms': String(hour),
  'segment.ms': String(hour),
  'min.cleanable.dirty.ratio': '0.1',
  'delete.retention.ms': String(7 * day),
  // Room for a service with many places and a detailed outline of its area.
  'max.message.bytes': String(4 * 1024 * 1024),
};

/** Also compacted, and deleted after a month: the history of holds is in capacity's own tables. */
const forgotten = { ...compacted, 'cleanup.policy': 'compact,delete', 'retention.ms': String(30 * day) };

/** No event replaces another one; matching's own table keeps them for longer. */
const passing = { 'cleanup.policy': 'delete', 'retention.ms': String(30 * day), 'segment.ms': String(day) };

/**
 * Every topic of Haven. 12 partitions divide evenly among 2, 3, 4, 6 or 12 replicas; adding some later moves keys to other
 * partitions, so there are more than a first installation needs.
 */
export const topicDeclarations: readonly DeclaredTopic[] = [
  { name: serviceTopic, about: 'Services of the directory, by service id. Owned by the registry.', partitions: 12, settings: compacted },
  { name: availabilityTopic, about: 'Beds of services, by service id. Owned by capacity.', partitions: 12, settings: compacted },
  { name: holdTopic, about: 'Holds of beds, by hold id. Owned by capacity.', partitions: 12, settings: forgotten },
  {
    name: demandTopic,
    about: 'What was needed, and whether there was something, by cell. Owned by matching.',
    partitions: 12,
    settings: passing,
  },
];

/** Topics whose events each contain the whole state of their key. */
export const compactedTopics: readonly string[] = topicDeclarations
  .filter(({ settings }) => settings['cleanup.policy']?.includes('compact'))
  .map(({ name }) => name);

/** Topics whose events do not replace each other. */
export const passingTopics: readonly string[] = topicDeclarations.map(({ name }) => name).filter((name) => !compactedTopics.includes(name));
