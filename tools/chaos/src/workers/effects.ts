import type { EventConsumer, HavenEvent } from '@haven/messaging';
import type { EntityManager } from 'typeorm';
import { groupOf, type WorkerSettings } from './settings.js';

/** An event that only a repaired consumer can apply. */
class Poisoned extends Error {
  override name = 'Poisoned';
}

/** One row for each event that takes effect. */
export async function applyEffect(tx: Pick<EntityManager, 'query'>, { schema, consumer }: WorkerSettings, event: HavenEvent) {
  const { poisoned } = event.data as { poisoned?: boolean };
  if (poisoned && !consumer?.repaired) throw new Poisoned();
  await tx.query(`INSERT INTO "${schema}".effect (event_id, event_key, sequence, worker) VALUES ($1, $2, $3, $4)`, [
    event.id,
    event.key,
    event.sequence,
    process.pid,
  ]);
}

/** The consumer of the run. `before` may never return. */
export const effectsConsumer = (settings: WorkerSettings, before: () => Promise<void> = () => Promise.resolve()): EventConsumer => ({
  name: groupOf(settings.schema),
  topics: [settings.topic],
  apply: async (tx, event) => {
    await before();
    await applyEffect(tx, settings, event);
  },
});
