import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import { acceptLocked } from './accept.js';
import { beginBatch, countAttempt, forgetAttempts, takeBackAttempt } from '../parking/attempts.js';
import { keyOf, type HavenEvent } from '../event.js';
import type { BatchHandler, EventBus, Subscription } from '../event-bus.js';
import type { EventConsumer } from '../event-consumer.js';
import { lockSequences } from '../handled-sequence.js';
import { park, parkedKeys } from '../parking/parking.js';
import { excusedWhileSilent } from './silent-database.js';
import { handleInTrace, handleInTraces } from '../trace.js';
import { isTransient } from '../transient.js';
import { UnreadableEvent, unreadableType } from '../unreadable.js';

/** Attempts before an event is parked. */
export const attemptsBeforeParking = 3;
/** Why an event is parked whose attempts never finished: each one killed its process. */
const processEnded = 'ProcessEnded';

/** Called for each event that took effect, after its transaction, for metrics. */
export type Applied = (event: HavenEvent) => void;

/**
 * Subscribes the consumer so that each event takes effect once. A batch is one transaction. If it fails, its events are handled one by one,
 * and an event that keeps failing is parked together with later ones of its key. Attempts are counted before they begin, so an event that
 * kills its process each time is parked, too. While the database is away nothing is parked: the batch is delivered again. Each attempt is a
 * sign of progress.
 */
export function startConsumer(
  database: Database,
  schema: string,
  bus: EventBus,
  consumer: EventConsumer,
  applied: Applied = () => undefined,
): Promise<Subscription> {
  const handleTelling = async (events: readonly HavenEvent[], goesOn: () => void) => {
    const watched = telling(consumer, goesOn);
    const handled = await handleTogether(database, schema, watched, events);
    handled?.forEach(applied);
    if (handled !== null) return;
    for (const event of events) {
      // Also for an event that was handled before and is not applied again.
      goesOn();
      (await handleAlone(database, schema, watched, event)).forEach(applied);
    }
  };
  const handle: BatchHandler = (events, goesOn = () => undefined) =>
    excusedWhileSilent(database, goesOn, () => handleTelling(events, goesOn));
  return bus.subscribe(consumer.name, consumer.topics, handle);
}

function telling({ apply, applyTogether, ...consumer }: EventConsumer, goesOn: () => void): EventConsumer {
  const told =
    <Given>(work: (tx: EntityManager, given: Given) => Promise<void>) =>
    async (tx: EntityManager, given: Given) => {
      goesOn();
      await work(tx, given);
      goesOn();
    };
  return { ...consumer, apply: told(apply), ...(applyTogether && { applyTogether: told(applyTogether) }) };
}

/** Returns null if an event has failed, or may have killed a process. */
async function handleTogether(
  database: Database,
  schema: string,
  consumer: EventConsumer,
  events: readonly HavenEvent[],
): Promise<HavenEvent[] | null> {
  const first = events[0]!.id;
  if (await beginBatch(database, schema, consumer.name, events)) return null;
  try {
    return await database.transaction(async (tx) => {
      const handled = await handleAll(tx, schema, consumer, events);
      await forgetAttempts(tx, schema, consumer.name, first);
      return handled;
    });
  } catch (error) {
    if (!isTransient(error)) return null;
    await takeBackAttempt(database, schema, consumer.name, first).catch(() => undefined);
    throw error;
  }
}

/** Waits for a lock for less time than a consumer may be silent. After that the batch is delivered again. */
const lockTimeout = `SET LOCAL lock_timeout = '5s'`;

/** Returns the events that took effect. */
async function handleAll(tx: EntityManager, schema: string, consumer: EventConsumer, events: readonly HavenEvent[]): Promise<HavenEvent[]> {
  await tx.query(lockTimeout);
  // Locks first, so that parking and replay cannot change underneath: otherwise a replay could end just before this parks an event behind
  // it.
  const last = await lockSequences(tx, schema, consumer.name, events);
  const blocked = await parkedKeys(tx, schema, consumer.name, events);
  const isBlocked = (event: HavenEvent) => blocked.has(keyOf(event));
  const isNews = (event: HavenEvent) => event.sequence > (last.get(keyOf(event)) ?? 0);
  for (const event of events.filter(isBlocked).filter(isNews))
    await park(tx, schema, consumer, event, 0, 'an earlier event of the key is parked');
  const open = events.filter((event) => !isBlocked(event));
  if (open.some(({ type }) => type === unreadableType)) throw new UnreadableEvent();
  const accepted = await acceptLocked(tx, schema, consumer.name, open, last);
  await applyAll(tx, consumer, accepted);
  return accepted;
}

async function applyAll(tx: EntityManager, consumer: EventConsumer, events: readonly HavenEvent[]): Promise<void> {
  if (consumer.applyTogether && events.length > 1) {
    const latest = [...new Map(events.map((event) => [keyOf(event), event])).values()];
    // Events that a later one overtakes are handled, too, and their trace says so.
    return handleInTraces(events, consumer.name, () => consumer.applyTogether!(tx, latest));
  }
  for (const event of events) await handleInTrace(event, consumer.name, () => consumer.apply(tx, event));
}

async function handleAlone(database: Database, schema: string, consumer: EventConsumer, event: HavenEvent): Promise<HavenEvent[]> {
  for (;;) {
    const attempt = await database.transaction((tx) => countAttempt(tx, schema, consumer.name, event.id));
    // One more than the limit: the process that counted the last attempt may be alive and about to park the event itself.
    if (attempt > attemptsBeforeParking + 1) {
      await database.transaction((tx) => parkUnlessHandled(tx, schema, consumer, event, attempt - 1, processEnded));
      return [];
    }
    try {
      return await database.transaction(async (tx) => {
        const handled = await handleAll(tx, schema, consumer, [event]);
        await forgetAttempts(tx, schema, consumer.name, event.id);
        return handled;
      });
    } catch (error) {
      if (isTransient(error)) {
        await takeBackAttempt(database, schema, consumer.name, event.id).catch(() => undefined);
        throw error;
      }
      if (attempt < attemptsBeforeParking && !(error instanceof UnreadableEvent)) continue;
      const reason = error instanceof Error ? error.name : 'unknown error';
      await database.transaction((tx) => parkUnlessHandled(tx, schema, consumer, event, attempt, reason));
      return [];
    }
  }
}

/** Another process may have handled the event since the last attempt. */
async function parkUnlessHandled(
  tx: EntityManager,
  schema: string,
  consumer: EventConsumer,
  event: HavenEvent,
  attempts: number,
  reason: string,
): Promise<void> {
  const last = await lockSequences(tx, schema, consumer.name, [event]);
  if (event.sequence > (last.get(keyOf(event)) ?? 0)) await park(tx, schema, consumer, event, attempts, reason);
  else await forgetAttempts(tx, schema, consumer.name, event.id);
}
