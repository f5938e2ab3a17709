import kafkajs, { type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import type { HavenEvent } from '../event.js';
import { toMessage } from './cloud-event.js';
import { renewable } from './client/renewable.js';

/** Writes events to Kafka. */
export interface Publisher {
  /** Resolves when every in-sync replica has the events, in order for each key. After a rejection, some may have arrived. */
  publish(events: readonly HavenEvent[], mayStill: () => void): Promise<void>;
  close(): Promise<void>;
}

const everyInSyncReplica = -1;

/**
 * No retry inside kafkajs: version 2.2.4 tracks answers by broker. If a partition has moved to a broker that has already answered, its
 * retry leaves that partition out and reports success. It rejects 0 as a setting; NaN turns retries off.
 */
const none = Number.NaN;

/**
 * An idempotent kafkajs producer whose sequence numbers differ from the broker's never recovers, so it is thrown away after an error. The
 * caller sends again from the outbox.
 */
export function createPublisher(kafka: Kafka): Publisher {
  const producer = renewable(() => idempotentProducer(kafka));
  return {
    publish: async (events, mayStill) => {
      if (events.length === 0) return;
      await producer.use((connected) => {
        mayStill();
        return connected.sendBatch({ acks: everyInSyncReplica, topicMessages: byTopic(events) });
      });
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
    retry: { retries: none },
  });

function byTopic(events: readonly HavenEvent[]): TopicMessages[] {
  const topics = Map.groupBy(events, ({ topic }) => topic);
  return [...topics].map(([topic, ofTopic]) => ({ topic, messages: ofTopic.map(toMessage) }));
}
