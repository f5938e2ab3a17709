import type { ServiceSettings } from '@haven/config';
import { systemClock } from '@haven/kernel';
import { openKafkaEventBus, startConsumer, startRelay, type EventBus } from '@haven/messaging';
import { connectionFromUrl, type Database } from '@haven/persistence';
import type { Logger } from 'pino';
import { createLog, namesOf } from '../log.js';
import { createMetrics, type Metrics } from '../metrics/metrics.js';
import { watchLag, watchOutbox, watchParked } from '../metrics/watch-events.js';
import type { ReverseStack } from '../reverse-stack.js';
import type { ServiceDefinition, ServiceParts } from './service-parts.js';

/** Opens database, bus, relay and consumer of a service; what is open is on the stack, also when a later part fails. */
export async function openParts(definition: ServiceDefinition, settings: ServiceSettings, opened: ReverseStack): Promise<ServiceParts> {
  const log = createLog(definition.name, settings.logLevel);
  const metrics = createMetrics(definition.name);
  const database = await definition.openDatabase(connectionFromUrl(settings.databaseUrl), { migrate: settings.migrate });
  opened.push(() => database.close());
  const bus = openBus(definition, settings, log);
  opened.push(() => bus.close());
  const flow = await startFlow(definition, { database, bus, log, metrics });
  if (flow.relay) opened.push(() => flow.relay!.stop());
  return { settings, log, clock: systemClock, database, bus, metrics, ...flow };
}

function openBus({ name, tails }: ServiceDefinition, { kafka }: ServiceSettings, log: Logger): EventBus {
  return openKafkaEventBus({
    connection: { ...kafka, clientId: `haven-${name}` },
    tails,
    tell: (level, text) => log[level](text),
    onError: carryFailed(log),
    onStalled: (group) => {
      log.fatal({ group }, 'A consumer stands still; this process ends so that another takes its place');
      process.exit(1);
    },
  });
}

const carryFailed = (log: Logger) => (error: unknown) => log.error(namesOf(error), 'An event could not be carried; it will be tried again');

interface Measured {
  readonly database: Database;
  readonly bus: EventBus;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Starts what publishes and what follows, each with its measures. */
async function startFlow(
  { name, hasOutbox, consumer, measures = [] }: ServiceDefinition,
  { database, bus, log, metrics }: Measured,
): Promise<Pick<ServiceParts, 'relay' | 'subscription'>> {
  for (const { name: measure, help, read } of measures) metrics.gauge(measure, help, [], async (set) => set({}, await read(database)));
  const relay = hasOutbox ? startRelay(database, name, bus, carryFailed(log)) : null;
  if (relay) watchOutbox(metrics.gauge, name, database);
  if (!consumer) return { relay, subscription: null };
  const subscription = await startConsumer(database, name, bus, consumer, metrics.applied(consumer.name));
  watchLag(metrics.gauge, consumer.name, subscription);
  watchParked(metrics.gauge, name, consumer.name, database);
  return { relay, subscription };
}
