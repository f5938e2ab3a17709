/** Settings of a worker at its start: one JSON text as its only argument. */
export interface WorkerSettings {
  readonly brokers: readonly string[];
  readonly database: { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
  /** Schema with the outbox, the inbox, and the tables that the checker reads. */
  readonly schema: string;
  readonly topic: string;
  readonly emitter?: EmitterSettings;
  readonly relay?: RelaySettings;
  readonly consumer?: ConsumerSettings;
}

/** The events that the emitter emits until it is stopped. */
export interface EmitterSettings {
  readonly eventsPerSecond: number;
  readonly keys: number;
  readonly seed: number;
  /** Share of transactions that are rolled back at their end. */
  readonly rolledBack: number;
  /** Share of events that no consumer can apply before the repair. */
  readonly poisoned: number;
}

/** `deletes-first`: a relay with a deliberate fault, so that the checker has something to find. */
export interface RelaySettings {
  readonly naive?: 'deletes-first';
}

/** `naive`: a consumer with a deliberate fault, so that the checker has something to find. */
export interface ConsumerSettings {
  readonly naive?: 'acknowledges-first' | 'no-inbox' | 'blocks';
  /** Default true; false: the broker tells nobody whether the consumer moves. */
  readonly watchdog?: boolean;
  /** Poisoned events can be applied. */
  readonly repaired?: boolean;
}

/** How a consumer is made to freeze, while its process and its sockets stay. */
export type Freeze = 'fetch' | 'deaf' | 'handler';

/** A message from the supervisor to a worker. */
export type ToWorker = { readonly ping: number } | { readonly freeze: Freeze };

/** A message from a worker. */
export type FromWorker = { readonly pong: number } | { readonly done: unknown };

/** Topic consumer group of a schema. */
export const groupOf = (schema: string): string => `${schema}-effects`;
