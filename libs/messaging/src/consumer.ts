import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import { keyOf, type HavenEvent } from './event.js';
import type { EventConsumer } from './event-consumer.js';
import type { EventBus, Subscription } from './event-bus.js';
import { accept } from './accept.js';
import { park, parkedKeys } from './parking.js';

/** Tries before an event is parked. */
export const attemptsBeforeParking = 3;

/**
 * Subscribes the consumer so that each event takes effect once: a batch is one transaction; when it fails, its events
 * are handled one by one, and an event that keeps failing is parked together with the later ones of its key.
 */
export function startConsumer(database: Database, schema: string, bus: EventBus, consumer: EventConsumer): Promise<Subscription> {
  const handle = async (events: readonly HavenEvent[]) => {
    try {
      await database.transaction((tx) => handleAll(tx, schema, consumer, events));
    } catch {
      for (const event of events) await handleAlone(database, schema, consumer, event);
    }
  };
  return bus.subscribe(consumer.name, consumer.topics, handle);
}

async function handleAll(tx: EntityManager, schema: string, consumer: EventConsumer, events: readonly HavenEvent[]): Promise<void> {
  const blocked = await parkedKeys(tx, schema, consumer.name, events);
  const isBlocked = (event: HavenEvent) => blocked.has(keyOf(event));
  for (const event of events.filter(isBlocked)) await park(tx, schema, consumer.name, event, 0, 'an earlier event of the key is parked');
  const open = events.filter((event) => !isBlocked(event));
  for (const event of await accept(tx, schema, consumer.name, open)) await consumer.apply(tx, event);
}

async function handleAlone(database: Database, schema: string, consumer: EventConsumer, event: HavenEvent): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction((tx) => handleAll(tx, schema, consumer, [event]));
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      if (attempt < attemptsBeforeParking) continue;
      const reason = error instanceof Error ? error.name : 'unknown error';
      return database.transaction((tx) => park(tx, schema, consumer.name, event, attempt, reason));
    }
  }
}

/** The database is away: the event is not to blame, so the batch comes again. */
const isConnectionLost = (error: unknown): boolean => {
  const code = String((error as { code?: unknown }).code ?? '');
  return (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    code === 'EPIPE' ||
    code === 'ENOENT'
  );
};
