import { setTimeout as sleep } from 'node:timers/promises';
import { agedInbox, startConsumer, startRelay, type EventBus, type EventConsumer, type Relay, type Subscription } from '@haven/messaging';
import type { AgingRows, Database } from '@haven/persistence';
import type { Logger } from 'pino';
import { namesOf } from './names-of.js';
import type { Metrics } from './metrics/metrics.js';
import { watchLag, watchOutbox, watchParked } from './metrics/watch-events.js';
import { startPruning } from './pruning.js';
import type { ReverseStack } from './reverse-stack.js';

/** What a service publishes and follows. */
export interface Flow {
  readonly relay: Relay;
  readonly subscription: Subscription | null;
}

/** A service as far as its events go. */
export interface FlowOptions {
  /** Schema of its outbox and inbox. */
  readonly schema: string;
  readonly database: Database;
  /** What it forgets, beside its inbox. */
  readonly aged: readonly AgingRows[];
  readonly consumer: EventConsumer | null;
  readonly bus: EventBus;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Told of work beside the requests that failed and will be tried again. */
export const carryFailed = (log: Logger) => (error: unknown) =>
  log.error(namesOf(error), 'Work in the background failed; it will be tried again');

/** Told of a question that was answered and could not be counted as demand. */
export const carryUncounted = (log: Logger) => (error: unknown) =>
  log.error(namesOf(error), 'A question was answered and not counted as demand');

/** Starts what publishes, what follows and what forgets, each with its measures; the bus ends what follows, the stack the rest. */
export async function startFlow(options: FlowOptions, opened: ReverseStack): Promise<Flow> {
  const { schema, database, consumer, bus, log, metrics } = options;
  const aged = [...options.aged, ...(consumer ? [agedInbox(schema)] : [])];
  const relay = startRelay(database, schema, bus, carryFailed(log));
  opened.push(() => relay.stop());
  watchOutbox(metrics.gauge, schema, database);
  const pruning = startPruning(database, aged, (error) => log.warn(namesOf(error), 'Old rows stay; it will be tried again'));
  opened.push(() => pruning.stop());
  if (!consumer) return { relay, subscription: null };
  const subscription = await startConsumer(database, schema, bus, consumer, metrics.applied(consumer.name));
  watchLag(metrics.gauge, consumer.name, subscription);
  watchParked(metrics.gauge, schema, consumer.name, database);
  return { relay, subscription };
}

/**
 * Resolves when each of these has handled what was published for it, and has published what it wrote. Give them in the
 * direction in which events flow: what one has published is waited for by the next.
 */
export async function settled(...flows: readonly Flow[]): Promise<void> {
  // The lag first: an event that is handled after the outbox was looked at could have put something into it.
  for (const { relay, subscription } of flows) while (((await subscription?.lag()) ?? 0) + (await relay.backlog()) > 0) await sleep(50);
}
