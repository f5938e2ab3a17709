import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import type { EventBus, Subscription } from '../event-bus.js';
import { kafkaClient, type KafkaConnection, type LogOfClient } from './client/kafka-client.js';
import { openSubscription } from './kafka-subscription.js';
import type { SubscriptionOptions } from './subscription-options.js';
import { createPublisher } from './publisher.js';
import { renewable } from './client/renewable.js';
import { pause } from './client/until-done.js';
import { openTail } from './tail.js';
import type { OnStalled } from './watch/watch-consumer.js';

/** What a process configures for Kafka, with its error handlers. */
export interface KafkaBusOptions {
  readonly connection: KafkaConnection;
  /** Topics for which `tail` will be called. */
  readonly tails: readonly string[];
  /** An attempt failed and will be repeated. */
  readonly onError: (error: unknown) => void;
  /** A consumer hangs. End the process, so that another one replaces it. */
  readonly onStalled: OnStalled;
  readonly tell: LogOfClient;
}

/** Kafka as the transport. Opens at once, even while Kafka is away; calls that need Kafka wait or are retried. */
export function openKafkaEventBus({ connection, tails, onError, onStalled, tell }: KafkaBusOptions): EventBus {
  const kafka = kafkaClient(connection, tell);
  const admin = renewable(() => kafka.admin(retries));
  const publisher = createPublisher(kafka);
  const tail = tails.length > 0 ? openTail({ kafka, admin, topics: tails, onError, onStalled }) : null;
  const subscriptions: Subscription[] = [];
  const closing = new AbortController();
  return {
    publish: (events, mayStill = () => undefined) => publisher.publish(events, mayStill),
    subscribe: (group, topics, handle) => {
      const subscription = openSubscription({ kafka, admin, group, topics, handle, onError, onStalled });
      subscriptions.push(subscription);
      return Promise.resolve(subscription);
    },
    readThrough: (topics, handle) =>
      readThrough({ kafka, admin, group: `read-through-${randomUUID()}`, topics, handle, onError, onStalled }, closing.signal),
    tail: (topics, listener) => {
      if (!tail || topics.some((topic) => !tails.includes(topic))) throw new Error('Name the topic in `tails` when the bus is opened.');
      return tail.listen(topics, listener);
    },
    close: async () => {
      closing.abort();
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
      await tail?.stop();
      await publisher.close();
      await admin.close();
    },
  };
}

const retries: Parameters<Kafka['admin']>[0] = { retry: { retries: 2, initialRetryTime: 200, maxRetryTime: 1_000 } };

const lookMilliseconds = 500;

/** Uses a new group, which begins with the first event, and deletes it in the end. */
async function readThrough(options: SubscriptionOptions, closing: AbortSignal): Promise<void> {
  const { admin, group } = options;
  const subscription = openSubscription(options);
  try {
    while (!closing.aborted && (await subscription.lag().catch(() => null)) !== 0) await pause(lookMilliseconds, closing);
  } finally {
    await subscription.stop();
    // Kafka itself deletes empty groups later.
    await admin.use((connected) => connected.deleteGroups([group])).catch(() => undefined);
  }
}
