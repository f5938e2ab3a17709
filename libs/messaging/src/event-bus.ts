import type { HavenEvent } from './event.js';

/**
 * Events of one subscription, in order per key. Resolve only when they are stored: a rejection brings them again. A handler
 * may take long, but call `goesOn` at each step: a transport that judges handlers gives it, and takes one that is silent for
 * several seconds for one that stands still.
 */
export type BatchHandler = (events: readonly HavenEvent[], goesOn?: () => void) => Promise<void>;

/** Events of one partition that a group has not handled yet. */
export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  readonly lag: number;
}

/** Events that wait, on all partitions together. */
export const totalOf = (lags: readonly PartitionLag[]): number => lags.reduce((sum, { lag }) => sum + lag, 0);

/** Where a consumer group stands. */
export interface Subscription {
  /** Events of its topics that the group has not handled yet. */
  lag(): Promise<number>;
  /** The same by partition; the transport says it, not the consumer. */
  lags(): Promise<readonly PartitionLag[]>;
  /**
   * Runs `prepare`, then handles everything from the first event that the bus still has; a process that dies meanwhile is
   * made up for. Resolves when `lag` tells how much of it is left, or all of it is done.
   */
  replay(prepare: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** The transport between services: Kafka, or a log in the embedded database. At least once, ordered per key. */
export interface EventBus {
  /** Resolves when the events are durable, in the order given. What `mayStill` throws, right before they leave, keeps them here. */
  publish(events: readonly HavenEvent[], mayStill?: () => void): Promise<void>;
  /** A group that is new begins with the first event that the bus has. */
  subscribe(group: string, topics: readonly string[], handle: BatchHandler): Promise<Subscription>;
  /** Hands over every event that the bus has of these topics, in order per key, once and to this process only; resolves when it is done. */
  readThrough(topics: readonly string[], handle: BatchHandler): Promise<void>;
  /** Every event from now on, to this process only, without redelivery: for pushing changes to subscribers. */
  tail(topics: readonly string[], listener: (event: HavenEvent) => void): () => void;
  close(): Promise<void>;
}
