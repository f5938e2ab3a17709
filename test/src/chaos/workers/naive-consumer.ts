import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchHandler } from '@haven/messaging';
import { applyEffect } from './effects.js';
import type { ConsumerSettings } from './settings.js';
import { tell, type WorkerParts } from './worker-process.js';

/** Between its two steps, so that a kill falls there. */
const gapMilliseconds = 400;

type Naive = NonNullable<ConsumerSettings['naive']>;

/** Handlers as they must not be. */
export const naiveHandler = (how: Naive, { settings, database }: WorkerParts): BatchHandler => {
  const applyAll: BatchHandler = (events) =>
    database.transaction(async (tx) => {
      for (const event of events) await applyEffect(tx, settings, event);
    });
  let later = Promise.resolve();
  const handlers: Record<Naive, BatchHandler> = {
    // The offset is committed before anything is stored.
    'acknowledges-first': (events) => {
      later = later.then(() => sleep(gapMilliseconds)).then(() => applyAll(events).catch(tell));
      return Promise.resolve();
    },
    // Does not know what it has already applied.
    'no-inbox': async (events) => {
      await applyAll(events);
      await sleep(gapMilliseconds);
    },
    // Nothing passes an event that cannot be applied.
    blocks: applyAll,
  };
  return handlers[how];
};
