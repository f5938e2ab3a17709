import type { HavenEvent } from './event.js';

/**
 * Handles events of one subscription, in order for each key. Resolve only when they are stored: after a rejection they are delivered again.
 * A handler may take long, but must call `goesOn` at each step. A transport that watches its handlers passes `goesOn`, and replaces a
 * handler that is silent for several seconds.
 */
export type BatchHandler = (events: readonly HavenEvent[], goesOn?: () => void) => Promise<void>;

/** Events of one partition that a group has not handled yet. */
export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  readonly lag: number;
}

/** The waiting events of all partitions. */
export const totalOf = (lags: readonly PartitionLag[]): number => lags.reduce((sum, { lag }) => sum + lag, 0);

/** The position of a consumer group. */
export interface Subscription {
  /** Events of its topics that the group has not handled yet. */
  lag(): Promise<number>;
  /** The same by partition, as reported by the transport, not by the consumer. */
  lags(): Promise<readonly PartitionLag[]>;
  /**
   * Runs `prepare`, then handles everything from the first event that the bus still has. If the process dies, another one finishes.
   * Resolves when `lag` shows what is left, or when everything is done.
   */
  replay(prepare: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** The transport between services: Kafka, or a log in the embedded database. It delivers at least once, in order for each key. */
export interface EventBus {
  /**
   * Resolves when the events are durable, in the given order. `mayStill` runs right before they are sent; if it throws, nothing is sent.
   */
  publish(events: readonly HavenEvent[], mayStill?: () => void): Promise<void>;
  /** A new group begins with the first event that the bus has. */
  subscribe(group: string, topics: readonly string[], handle: BatchHandler): Promise<Subscription>;
  /** Delivers every event that the bus has of these topics, in order for each key, once, and only to this process. Resolves when done. */
  readThrough(topics: readonly string[], handle: BatchHandler): Promise<void>;
  /** Delivers every event from now on to this process only, without redelivery. It pushes changes to subscribers. */
  tail(topics: readonly string[], listener: (event: HavenEvent) => void): () => void;
  close(): Promise<void>;
}
