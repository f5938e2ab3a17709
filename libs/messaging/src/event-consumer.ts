import type { EntityManager } from 'typeorm';
import type { HavenEvent } from './event.js';

/** Applies events to the data of one service. */
export interface EventConsumer {
  /** Consumer group. The stored position depends on it, so never rename it. */
  readonly name: string;
  readonly topics: readonly string[];
  /** Each event contains the whole state of its key, so a later one replaces all before it. Default false. */
  readonly tellsWholeState?: boolean;
  /** Applies one event in the transaction that also records it as handled. */
  apply(tx: EntityManager, event: HavenEvent): Promise<void>;
  /** Applies many events of different keys with few statements. Only if each event contains the whole state. */
  applyTogether?(tx: EntityManager, events: readonly HavenEvent[]): Promise<void>;
}
