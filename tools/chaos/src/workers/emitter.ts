import { setTimeout as sleep } from 'node:timers/promises';
import { emit, emitAll, type OutgoingEvent } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import { randomOf, type Random } from '@haven/test/reference/requests/random';
import type { EmitterSettings, WorkerSettings } from './settings.js';
import { openSchema, runWorker, tell } from './worker-process.js';

const lanes = 3;
const eventsPerTransaction = 20;
/** It catches up on at most so much that it missed while the database was away. */
const catchUpMilliseconds = 5_000;

class RolledBack extends Error {}

async function emitUntil(
  signal: AbortSignal,
  database: Database,
  settings: WorkerSettings,
  pace: (count: number) => number,
  random: Random,
): Promise<void> {
  while (!signal.aborted) {
    const events = someEvents(random, settings, random.whole(1, eventsPerTransaction));
    await sleep(pace(events.length));
    try {
      await emitOnce(database, settings.schema, events, random, settings.emitter!);
    } catch (error) {
      if (error instanceof RolledBack) continue;
      // The tables show whether it was committed.
      tell(error);
      await sleep(500);
    }
  }
}

const emitOnce = (database: Database, schema: string, events: OutgoingEvent[], random: Random, { rolledBack }: EmitterSettings) =>
  database.transaction(async (tx) => {
    if (random.chance(0.5)) await emitAll(tx, schema, events);
    else for (const event of events) await emit(tx, schema, event);
    if (random.chance(rolledBack)) throw new RolledBack();
  });

/** Sorted by key, so that transactions that emit one event at a time cannot deadlock. */
const someEvents = (random: Random, { topic, emitter }: WorkerSettings, count: number): OutgoingEvent[] =>
  Array.from({ length: count }, () => `key-${random.whole(1, emitter!.keys)}`)
    .sort()
    .map((key) => ({
      topic,
      key,
      type: 'org.haven.chaos.happened.v1',
      data: { text: 'something that fills a few bytes '.repeat(4), ...(random.chance(emitter!.poisoned) && { poisoned: true }) },
    }));

/** Returns how long to wait before so many more events. */
function createPace(perSecond: number): (count: number) => number {
  let due = performance.now();
  return (count) => {
    const now = performance.now();
    due = Math.max(due, now - catchUpMilliseconds) + (count / perSecond) * 1_000;
    return Math.max(0, due - now);
  };
}

await runWorker(async (settings) => {
  const database = await openSchema(settings);
  const stopping = new AbortController();
  const pace = createPace(settings.emitter!.eventsPerSecond);
  const random = randomOf(settings.emitter!.seed + process.pid);
  const running = Array.from({ length: lanes }, () => emitUntil(stopping.signal, database, settings, pace, random));
  return async () => {
    stopping.abort();
    await Promise.all(running);
    await database.close();
  };
});
