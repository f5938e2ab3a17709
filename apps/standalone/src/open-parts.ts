import { embeddedTokens, type Settings } from '@haven/config';
import { agedInCapacity, capacityConsumer, capacityMeasures, learnRules, openCapacityDatabase } from '@haven/capacity';
import { compactedTopics, passingTopics } from '@haven/events';
import { identityOn, openIdentityDatabase, type Identity } from '@haven/identity';
import { systemClock, type Clock } from '@haven/kernel';
import { agedInMatching, matchingConsumer, openMatchingDatabase } from '@haven/matching';
import { openLocalEventBus, startForgetting, type EventBus, type EventConsumer, type LocalBus } from '@haven/messaging';
import { startEmbeddedDatabase, type AgingRows, type Connection, type Database, type EmbeddedDatabase } from '@haven/persistence';
import { agedInRegistry, openRegistryDatabase, registryOn, type Registry } from '@haven/registry';
import { createVaultCipher, loadAccountKeys, loadVaultKeys, openIssuer, type Issuer, type VaultCipher } from '@haven/security';
import {
  carryFailed,
  createProcessLog,
  createMetrics,
  settled,
  startFlow,
  startMeasures,
  type Flow,
  type Metrics,
  type ReverseStack,
} from '@haven/server';
import type { Logger } from 'pino';
import type { DataDirectory } from './data-directory.js';

/** Everything below the HTTP server. */
export interface Parts {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** The registry as its use cases need it. */
  readonly registryPort: Registry;
  readonly registry: Database;
  readonly capacity: Database;
  readonly matching: Database;
  readonly identityDatabase: Database;
  /** Accounts and signing in. */
  readonly identity: Identity;
  readonly embedded: Pick<EmbeddedDatabase, 'rewrite' | 'copy'>;
  readonly bus: LocalBus;
  readonly cipher: VaultCipher;
  readonly issuer: Issuer;
  readonly flows: Readonly<Record<'registry' | 'capacity' | 'matching', Flow>>;
}

/** Opens the parts in order. Whatever is open is on the stack, even if a later part fails. */
export async function openParts(
  settings: Settings,
  directory: DataDirectory,
  say: (line: string) => void,
  opened: ReverseStack,
): Promise<Parts> {
  const log = createProcessLog('standalone', settings.logLevel);
  const keys = await loadVaultKeys({ value: settings.vaultKey, directory: directory.keys });
  const accountKeys = await loadAccountKeys(directory.keys);
  const issuer = await openIssuer({ directory: directory.keys, ...embeddedTokens });
  say(directory.isNew ? 'Making the database (the first time this takes about 20 s) …' : 'Opening the database …');
  const embedded = await startEmbeddedDatabase(directory.database);
  opened.push(() => embedded.close());
  const databases = await openDatabases(embedded.connection, opened);
  const bus = await openLocalEventBus(embedded.connection, compactedTopics, carryFailed(log));
  opened.push(() => bus.close());
  const forgetting = startForgetting(databases.matching, passingTopics, carryFailed(log));
  opened.push(() => forgetting.stop());
  await learnRules(databases.capacity, bus);
  const metrics = createMetrics('standalone');
  const flows = await startFlows(databases, { bus, log, metrics }, opened);
  const cipher = createVaultCipher(keys);
  return {
    log,
    metrics,
    clock: systemClock,
    ...databases,
    registryPort: registryOn(databases.registry, cipher),
    identity: identityOn(databases.identityDatabase, {
      cipher: createVaultCipher(accountKeys),
      clock: systemClock,
      secondFactorRequired: settings.secondFactorRequired,
    }),
    embedded,
    bus,
    cipher,
    issuer,
    flows,
  };
}

type Databases = Pick<Parts, 'registry' | 'capacity' | 'matching' | 'identityDatabase'>;
type SharedParts = Pick<Parts, 'log' | 'metrics'> & { readonly bus: EventBus };

async function openDatabases(connection: Connection, opened: ReverseStack): Promise<Databases> {
  const registry = await openRegistryDatabase(connection);
  opened.push(() => registry.close());
  const capacity = await openCapacityDatabase(connection);
  opened.push(() => capacity.close());
  const matching = await openMatchingDatabase(connection);
  opened.push(() => matching.close());
  const identityDatabase = await openIdentityDatabase(connection);
  opened.push(() => identityDatabase.close());
  return { registry, capacity, matching, identityDatabase };
}

/** Events flow from the registry to capacity, and from both to matching. */
async function startFlows(databases: Databases, shared: SharedParts, opened: ReverseStack): Promise<Parts['flows']> {
  const flow = (schema: 'registry' | 'capacity' | 'matching', aged: readonly AgingRows[], consumer: EventConsumer | null) =>
    startFlow({ schema, database: databases[schema], aged, consumer, ...shared }, opened);
  const flows = {
    registry: await flow('registry', agedInRegistry, null),
    capacity: await flow('capacity', agedInCapacity, capacityConsumer),
    matching: await flow('matching', agedInMatching, matchingConsumer),
  };
  startMeasures(shared.metrics, databases.capacity, capacityMeasures);
  return flows;
}

/** Resolves when every event so far has taken effect everywhere. */
export const settle = ({ flows: { registry, capacity, matching } }: Pick<Parts, 'flows'>): Promise<void> =>
  settled(registry, capacity, matching);
