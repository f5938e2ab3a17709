import { embeddedTokens, type Settings } from '@haven/config';
import { capacityConsumer, openCapacityDatabase, stalePools } from '@haven/capacity';
import { compactedTopics } from '@haven/contracts';
import { systemClock, type Clock } from '@haven/kernel';
import { matchingConsumer, openMatchingDatabase } from '@haven/matching';
import {
  openLocalEventBus,
  startConsumer,
  startRelay,
  type EventBus,
  type EventConsumer,
  type Relay,
  type Subscription,
} from '@haven/messaging';
import { startEmbeddedDatabase, type Connection, type Database } from '@haven/persistence';
import { openRegistryDatabase, registryOn, type Registry } from '@haven/registry';
import { createVaultCipher, loadVaultKeys, openIssuer, type Issuer, type VaultCipher } from '@haven/security';
import { createLog, createMetrics, namesOf, watchLag, watchOutbox, watchParked, type Metrics, type ReverseStack } from '@haven/server';
import type { Logger } from 'pino';
import type { DataDirectory } from './data-directory.js';

/** Everything below the HTTP server. */
export interface Parts {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** The registry as its use cases take it. */
  readonly registryPort: Registry;
  readonly registry: Database;
  readonly capacity: Database;
  readonly matching: Database;
  readonly bus: EventBus;
  readonly cipher: VaultCipher;
  readonly issuer: Issuer;
  readonly relays: readonly Relay[];
  readonly consumers: { readonly capacity: Subscription; readonly matching: Subscription };
}

/** Opens the parts in order; what is open is on the stack, also when a later part fails. */
export async function openParts(
  settings: Settings,
  directory: DataDirectory,
  say: (line: string) => void,
  opened: ReverseStack,
): Promise<Parts> {
  const log = createLog('standalone', settings.logLevel);
  const keys = await loadVaultKeys({ value: settings.vaultKey, directory: directory.keys });
  const issuer = await openIssuer({ directory: directory.keys, ...embeddedTokens });
  say(directory.isNew ? 'Making the database (the first time this takes about 20 s) …' : 'Opening the database …');
  const embedded = await startEmbeddedDatabase(directory.database);
  opened.push(() => embedded.close());
  const databases = await openDatabases(embedded.connection, opened);
  const failed = (error: unknown) => log.error(namesOf(error), 'An event could not be carried; it will be tried again');
  const bus = await openLocalEventBus(embedded.connection, compactedTopics, failed);
  opened.push(() => bus.close());
  const metrics = createMetrics('standalone');
  const flow = await startFlow(databases, bus, failed, metrics, opened);
  const cipher = createVaultCipher(keys);
  return {
    log,
    metrics,
    clock: systemClock,
    ...databases,
    registryPort: registryOn(databases.registry, cipher),
    bus,
    cipher,
    issuer,
    ...flow,
  };
}

type Databases = Pick<Parts, 'registry' | 'capacity' | 'matching'>;

async function openDatabases(connection: Connection, opened: ReverseStack): Promise<Databases> {
  const registry = await openRegistryDatabase(connection);
  opened.push(() => registry.close());
  const capacity = await openCapacityDatabase(connection);
  opened.push(() => capacity.close());
  const matching = await openMatchingDatabase(connection);
  opened.push(() => matching.close());
  return { registry, capacity, matching };
}

/** Relays carry the outboxes to the bus, consumers take events from it; each is measured. */
async function startFlow(
  { registry, capacity, matching }: Databases,
  bus: EventBus,
  failed: (error: unknown) => void,
  metrics: Metrics,
  opened: ReverseStack,
): Promise<Pick<Parts, 'relays' | 'consumers'>> {
  const relays = [startRelay(registry, 'registry', bus, failed), startRelay(capacity, 'capacity', bus, failed)];
  relays.forEach((relay) => opened.push(() => relay.stop()));
  watchOutbox(metrics.gauge, 'registry', registry);
  watchOutbox(metrics.gauge, 'capacity', capacity);
  const follow = async (schema: string, database: Database, consumer: EventConsumer) => {
    const subscription = await startConsumer(database, schema, bus, consumer, metrics.applied(consumer.name));
    watchLag(metrics.gauge, consumer.name, subscription);
    watchParked(metrics.gauge, schema, consumer.name, database);
    return subscription;
  };
  const consumers = {
    capacity: await follow('capacity', capacity, capacityConsumer),
    matching: await follow('matching', matching, matchingConsumer),
  };
  metrics.gauge('haven_pools_stale', 'Pools whose count is older than a day or was never given', [], async (set) =>
    set({}, await stalePools(capacity)),
  );
  return { relays, consumers };
}

/** Resolves when every event so far has taken effect everywhere. */
export async function settle({ relays, consumers }: Pick<Parts, 'relays' | 'consumers'>): Promise<void> {
  for (;;) {
    const waiting = await backlog({ relays, consumers });
    if (waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Events that have not taken effect yet. */
async function backlog({ relays, consumers }: Pick<Parts, 'relays' | 'consumers'>): Promise<number> {
  let waiting = 0;
  for (const relay of relays) waiting += await relay.backlog();
  for (const consumer of Object.values(consumers)) waiting += await consumer.lag();
  return waiting;
}
