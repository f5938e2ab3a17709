import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { Admin, Kafka } from 'kafkajs';
import type { HavenEvent } from '../event.js';
import { toEvent } from './cloud-event.js';
import type { Renewable } from './renewable.js';
import { untilDone } from './until-done.js';

/** Events from now on, for this process alone. */
export interface Tail {
  listen(topics: readonly string[], listener: (event: HavenEvent) => void): () => void;
  stop(): Promise<void>;
}

/**
 * Follows the topics from their present end, through a group that no other process has. It begins with the process and
 * not with the first listener, so that a listener misses nothing while a group is being formed.
 */
export function openTail(kafka: Kafka, admin: Renewable<Admin>, topics: readonly string[], onError: (error: unknown) => void): Tail {
  const heard = new EventEmitter().setMaxListeners(0);
  const group = `haven-tail-${randomUUID()}`;
  const consumer = kafka.consumer({
    groupId: group,
    maxWaitTimeInMs: 100,
    allowAutoTopicCreation: false,
    retry: { restartOnFailure: () => Promise.resolve(true) },
  });
  const stopping = new AbortController();
  const follow = async () => {
    const ends = await admin.use((connected) =>
      Promise.all(topics.map(async (topic) => ({ topic, at: await connected.fetchTopicOffsets(topic) }))),
    );
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics] });
    await consumer.run({
      eachMessage: ({ topic, partition, message }) => Promise.resolve(void heard.emit('event', toEvent({ topic, partition }, message))),
    });
    for (const { topic, at } of ends) for (const { partition, high } of at) consumer.seek({ topic, partition, offset: high });
  };
  const started = untilDone(follow, stopping.signal, onError);
  return {
    listen: (wanted, listener) => {
      const hear = (event: HavenEvent) => wanted.includes(event.topic) && listener(event);
      heard.on('event', hear);
      return () => heard.off('event', hear);
    },
    stop: async () => {
      stopping.abort();
      await started;
      await consumer.disconnect();
      await admin.use((connected) => connected.deleteGroups([group])).catch(() => undefined);
    },
  };
}
