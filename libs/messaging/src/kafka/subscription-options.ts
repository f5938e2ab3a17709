import type { Admin, Kafka } from 'kafkajs';
import type { BatchHandler } from '../event-bus.js';
import type { Renewable } from './client/renewable.js';
import type { OnStalled } from './watch/watch-consumer.js';

/** Options of a subscription and of its replay. */
export interface SubscriptionOptions {
  readonly kafka: Kafka;
  readonly admin: Renewable<Admin>;
  readonly group: string;
  readonly topics: readonly string[];
  readonly handle: BatchHandler;
  /** An attempt failed and will be repeated. */
  readonly onError: (error: unknown) => void;
  /** The consumer hangs: the process must end, so that another one replaces it. */
  readonly onStalled: OnStalled;
}
