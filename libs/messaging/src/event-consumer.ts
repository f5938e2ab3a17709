import type { EntityManager } from 'typeorm';
import type { HavenEvent } from './event.js';

/** Applies events to the data of one service. */
export interface EventConsumer {
  /** Consumer group; part of the stored position, so never rename it. */
  readonly name: string;
  readonly topics: readonly string[];
  /** Each event has the whole state of its key, so that a later one replaces all before it. Default false. */
  readonly tellsWholeState?: boolean;
  /** Applies one event inside the transaction that also records it as handled. */
  apply(tx: EntityManager, event: HavenEvent): Promise<void>;
  /** The same for many, of which none has the key of another: with few statements. Only where each event tells the whole state. */
  applyTogether?(tx: EntityManager, events: readonly HavenEvent[]): Promise<void>;
}
