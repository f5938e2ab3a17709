import type { BatchHandler } from '@haven/messaging';
import { applyEffect } from './effects.js';
import type { ConsumerSettings } from './settings.js';
import { forGood, stopsOf } from './stop-between.js';
import { tell, type WorkerParts } from './worker-process.js';

type Naive = NonNullable<ConsumerSettings['naive']>;

/** Handlers with deliberate faults. */
export const naiveHandler = (how: Naive, parts: WorkerParts): BatchHandler => {
  const { settings, database } = parts;
  const stops = stopsOf(parts);
  const applyAll: BatchHandler = (events) =>
    database.transaction(async (tx) => {
      for (const event of events) await applyEffect(tx, settings, event);
    });
  let later: Promise<void> = Promise.resolve();
  let held: ReadonlySet<string> | null = null;
  const handlers: Record<Naive, BatchHandler> = {
    // The offset is committed before anything is stored.
    'acknowledges-first': async (events) => {
      // If a later event of a key arrives, the offset of the earlier ones is committed.
      if (held && events.some(({ key }) => held!.has(key))) await stops.reached();
      if (!held && (await stops.isAsked(events))) {
        held = new Set(events.map(({ key }) => key));
        later = forGood;
      }
      later = later.then(() => applyAll(events).catch(tell));
    },
    // It does not record what it has already applied.
    'no-inbox': async (events) => {
      await applyAll(events);
      if (!(await stops.isAsked(events))) return;
      await stops.reached();
      await forGood;
    },
    // Nothing passes an event that cannot be applied.
    blocks: applyAll,
  };
  return handlers[how];
};
