import { setTimeout as sleep } from 'node:timers/promises';
import { agedInbox, startConsumer, startRelay, type EventBus, type EventConsumer, type Relay, type Subscription } from '@haven/messaging';
import type { AgingRows, Database } from '@haven/persistence';
import type { Logger } from 'pino';
import { namesOf } from './names-of.js';
import type { Metrics } from './metrics/metrics.js';
import { watchLag, watchOutbox, watchParked } from './metrics/watch-events.js';
import { startPruning } from './pruning.js';
import type { ReverseStack } from './reverse-stack.js';

/** What a service publishes and consumes. */
export interface Flow {
  readonly relay: Relay;
  readonly subscription: Subscription | null;
}

/** The part of a service that its events need. */
export interface FlowOptions {
  /** Schema of its outbox and inbox. */
  readonly schema: string;
  readonly database: Database;
  /** What it deletes after a while, besides old inbox rows. */
  readonly aged: readonly AgingRows[];
  readonly consumer: EventConsumer | null;
  readonly bus: EventBus;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Called when background work failed and will be retried. */
export const carryFailed = (log: Logger) => (error: unknown) => log.error(namesOf(error), 'Background work failed; it will be retried');

/** Called when a question was answered but could not be counted as demand. */
export const carryUncounted = (log: Logger) => (error: unknown) =>
  log.error(namesOf(error), 'A question was answered but not counted as demand');

/** Starts the relay, the consumers and the pruning, each with its metrics. The bus ends the consumers, the stack the rest. */
export async function startFlow(options: FlowOptions, opened: ReverseStack): Promise<Flow> {
  const { schema, database, consumer, bus, log, metrics } = options;
  const aged = [...options.aged, ...(consumer ? [agedInbox(schema)] : [])];
  const relay = startRelay(database, schema, bus, carryFailed(log));
  opened.push(() => relay.stop());
  watchOutbox(metrics.gauge, schema, database);
  const pruning = startPruning(database, aged, (error) => log.warn(namesOf(error), 'Old rows could not be deleted; it will be retried'));
  opened.push(() => pruning.stop());
  if (!consumer) return { relay, subscription: null };
  const subscription = await startConsumer(database, schema, bus, consumer, metrics.applied(consumer.name));
  watchLag(metrics.gauge, consumer.name, subscription);
  watchParked(metrics.gauge, schema, consumer.name, database);
  return { relay, subscription };
}

/**
 * Resolves when each of these has handled what was published for it, and has published what it wrote. Give them in the direction of the
 * events, so that each waits for what the one before published.
 */
export async function settled(...flows: readonly Flow[]): Promise<void> {
  // The lag first: an event handled after a look at the outbox could have written to it.
  for (const { relay, subscription } of flows) while (((await subscription?.lag()) ?? 0) + (await relay.backlog()) > 0) await sleep(50);
}
