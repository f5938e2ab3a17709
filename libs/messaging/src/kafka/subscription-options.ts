import type { Admin, Kafka } from 'kafkajs';
import type { BatchHandler } from '../event-bus.js';
import type { Renewable } from './client/renewable.js';
import type { OnStalled } from './watch/watch-consumer.js';

/** What a subscription needs, and its replay. */
export interface SubscriptionOptions {
  readonly kafka: Kafka;
  readonly admin: Renewable<Admin>;
  readonly group: string;
  readonly topics: readonly string[];
  readonly handle: BatchHandler;
  /** An attempt failed and will be made again. */
  readonly onError: (error: unknown) => void;
  /** The consumer does not move any more: the process must end, so that another takes its place. */
  readonly onStalled: OnStalled;
}
