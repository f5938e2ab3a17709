import { discardParked, listParked, replayParked, type EventConsumer } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import type { Logger } from 'pino';
import type { Commands } from './commands.js';

/** A consumer and the schema that its parked events are in. */
export interface ParkingPlace {
  readonly database: Database;
  readonly schema: string;
  readonly consumer: EventConsumer;
}

/** Lists or replays parked events. Never shows the contents of an event. */
export const parkedCommand =
  (places: readonly ParkingPlace[]): NonNullable<Commands['parked']> =>
  async ({ replay, consumer }, tell) => {
    const chosen = placesOf(places, consumer);
    let applied = 0;
    if (replay)
      for (const { database, schema, consumer: owner } of chosen) applied += (await replayParked(database, schema, owner)).applied;
    const parked = (await Promise.all(chosen.map(listed))).flat();
    await tell({ result: { ...(replay && { applied }), parked } });
  };

/** Discards a parked event for good. The log says which, and nothing of its contents. */
export const discardCommand =
  (places: readonly ParkingPlace[], log: Logger): NonNullable<Commands['discard']> =>
  async ({ id, consumer }, tell) => {
    const discarded: { consumer: string; topic: string; key: string; id: string }[] = [];
    for (const { database, schema, consumer: owner } of placesOf(places, consumer)) {
      const event = await discardParked(database, schema, owner.name, id);
      if (event === null) continue;
      const { topic, key } = event;
      log.warn({ consumer: owner.name, topic, event: id }, 'A parked event was discarded');
      discarded.push({ consumer: owner.name, topic, key, id });
    }
    await tell({ result: { discarded } });
  };

function placesOf(places: readonly ParkingPlace[], consumer: string | null): readonly ParkingPlace[] {
  const chosen = places.filter((place) => consumer === null || place.consumer.name === consumer);
  if (chosen.length === 0 && consumer !== null)
    throw new Error(`There is no consumer "${consumer}" here. There are: ${places.map((place) => place.consumer.name).join(', ')}.`);
  return chosen;
}

async function listed({ database, schema, consumer }: ParkingPlace) {
  const waiting = (await listParked(database, schema)).filter((parked) => parked.consumer === consumer.name);
  return waiting.map(({ event: { topic, key, type, sequence, id }, attempts, reason, parkedAt }) => ({
    consumer: consumer.name,
    topic,
    key,
    type,
    sequence,
    id,
    attempts,
    reason,
    parkedAt: new Date(parkedAt).toISOString(),
  }));
}
