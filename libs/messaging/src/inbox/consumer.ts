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

/** Tries before an event is parked. */
export const attemptsBeforeParking = 3;
/** Why an event is parked whose tries came to no end: each took its process with it. */
const processEnded = 'ProcessEnded';

/** Told of each event that took effect, after its transaction: for measuring. */
export type Applied = (event: HavenEvent) => void;

/**
 * Subscribes the consumer so that each event takes effect once: a batch is one transaction; when it fails, its events
 * are handled one by one, and an event that keeps failing is parked together with the later ones of its key; so is one that
 * ends its process each time, because tries are counted before they begin. While the database is away nothing is parked: the
 * batch comes again. Each event that is tried is a sign of progress.
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
      // Also for one that is known already and not applied.
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

/** Answers null when one of the events has failed, or may have ended a process. */
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

/** A lock of somebody else is waited for less long than a consumer may stand still: then the batch comes again. */
const lockTimeout = `SET LOCAL lock_timeout = '5s'`;

/** Answers the events that took effect. */
async function handleAll(tx: EntityManager, schema: string, consumer: EventConsumer, events: readonly HavenEvent[]): Promise<HavenEvent[]> {
  await tx.query(lockTimeout);
  // Locked first: whether a key is parked must not change under us, or a replay could end just before we park behind it.
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
    // Also one that a later one overtakes is handled, and its trace says so.
    return handleInTraces(events, consumer.name, () => consumer.applyTogether!(tx, latest));
  }
  for (const event of events) await handleInTrace(event, consumer.name, () => consumer.apply(tx, event));
}

async function handleAlone(database: Database, schema: string, consumer: EventConsumer, event: HavenEvent): Promise<HavenEvent[]> {
  for (;;) {
    const attempt = await database.transaction((tx) => countAttempt(tx, schema, consumer.name, event.id));
    // One more than may fail: whoever counted the last one may live and be about to park the event by itself.
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

/** Another process may have handled the event since our last try. */
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
