import type { Kafka } from 'kafkajs';
import type { EventBus, Subscription } from '../event-bus.js';
import { kafkaClient, type KafkaConnection, type TellOfClient } from './kafka-client.js';
import { openSubscription } from './kafka-subscription.js';
import { createPublisher } from './publisher.js';
import { renewable } from './renewable.js';
import { openTail } from './tail.js';
import type { OnStalled } from './watch-consumer.js';

/** What a process wants of Kafka, and whom to tell. */
export interface KafkaBusOptions {
  readonly connection: KafkaConnection;
  /** Topics that `tail` will be asked for. */
  readonly tails: readonly string[];
  /** An attempt failed and will be made again. */
  readonly onError: (error: unknown) => void;
  /** A consumer does not move any more: end the process, so that another takes its place. */
  readonly onStalled: OnStalled;
  readonly tell: TellOfClient;
}

/** Kafka as the transport. Opens at once, also while Kafka is away; what needs it waits or is tried again. */
export function openKafkaEventBus({ connection, tails, onError, onStalled, tell }: KafkaBusOptions): EventBus {
  const kafka = kafkaClient(connection, tell);
  const admin = renewable(() => kafka.admin(retries));
  const publisher = createPublisher(kafka);
  const tail = tails.length > 0 ? openTail({ kafka, admin, topics: tails, onError, onStalled }) : null;
  const subscriptions: Subscription[] = [];
  return {
    publish: (events, mayStill = () => undefined) => publisher.publish(events, mayStill),
    subscribe: (group, topics, handle) => {
      const subscription = openSubscription({ kafka, admin, group, topics, handle, onError, onStalled });
      subscriptions.push(subscription);
      return Promise.resolve(subscription);
    },
    tail: (topics, listener) => {
      if (!tail || topics.some((topic) => !tails.includes(topic))) throw new Error('Name the topic in `tails` when the bus is opened.');
      return tail.listen(topics, listener);
    },
    close: async () => {
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
      await tail?.stop();
      await publisher.close();
      await admin.close();
    },
  };
}

const retries: Parameters<Kafka['admin']>[0] = { retry: { retries: 2, initialRetryTime: 200, maxRetryTime: 1_000 } };
