import kafkajs, { type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import type { HavenEvent } from '../event.js';
import { toMessage } from './cloud-event.js';
import { renewable } from './renewable.js';

/** Writes events to Kafka. */
export interface Publisher {
  /** Resolves when every in-sync replica has the events, in order per key. A rejection says nothing about what arrived. */
  publish(events: readonly HavenEvent[]): Promise<void>;
  close(): Promise<void>;
}

const everyInSyncReplica = -1;

/**
 * An idempotent producer of kafkajs whose sequence numbers have come apart from the broker's never recovers, so it is
 * thrown away after an error. The caller sends again from the outbox.
 */
export function createPublisher(kafka: Kafka): Publisher {
  const producer = renewable(() => idempotentProducer(kafka));
  return {
    publish: async (events) => {
      if (events.length === 0) return;
      await producer.use((connected) => connected.sendBatch({ acks: everyInSyncReplica, topicMessages: byTopic(events) }));
    },
    close: () => producer.close(),
  };
}

const idempotentProducer = (kafka: Kafka): Producer =>
  kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    // Few: a send that goes on by itself could still arrive after another relay has taken over.
    retry: { retries: 2, initialRetryTime: 200, maxRetryTime: 1_000 },
  });

function byTopic(events: readonly HavenEvent[]): TopicMessages[] {
  const topics = Map.groupBy(events, ({ topic }) => topic);
  return [...topics].map(([topic, ofTopic]) => ({ topic, messages: ofTopic.map(toMessage) }));
}
