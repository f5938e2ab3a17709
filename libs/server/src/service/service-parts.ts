import type { ServiceSettings } from '@haven/config';
import type { Clock } from '@haven/kernel';
import type { EventBus, EventConsumer } from '@haven/messaging';
import type { AgingRows, Connection, Database, OpenOptions } from '@haven/persistence';
import type { DynamicModule, Provider } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Commands } from '../control/commands.js';
import type { Flow } from '../flow.js';
import type { Metrics } from '../metrics/metrics.js';

/** What defines a service, besides what every process has. */
export interface ServiceDefinition {
  /** Also the schema of its outbox and inbox. */
  readonly name: string;
  readonly openDatabase: (connection: Connection, options: OpenOptions) => Promise<Database>;
  /** What it deletes after a while, besides old inbox rows. */
  readonly aged: readonly AgingRows[];
  readonly consumer: EventConsumer | null;
  /** Its own metrics, besides those of every service. */
  readonly measures?: readonly Measure[];
  /** Topics for its subscriptions. */
  readonly tails: readonly string[];
  /** Composes the service. It opens nothing, so that its schema can be printed without a database. */
  readonly compose: (parts: ServiceParts) => ServiceComposition | Promise<ServiceComposition>;
}

/** A number, or one for each value of the labels. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly read: (database: Database) => Promise<readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]>;
}

/** The open parts of a running service. */
export interface ServiceParts extends Flow {
  readonly settings: ServiceSettings;
  readonly log: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly bus: EventBus;
  readonly metrics: Metrics;
}

/** What the service does with them. */
export interface ServiceComposition {
  readonly imports: readonly DynamicModule[];
  readonly providers?: readonly Provider[];
  readonly commands?: Commands;
  /** What to do before it serves. */
  readonly begin?: () => Promise<void>;
}
