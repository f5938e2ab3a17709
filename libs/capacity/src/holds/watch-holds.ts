import { holdSnapshotSchema, holdTopic, type HoldView } from '@haven/events';
import { eachInTurns } from '@haven/kernel';
import type { EventBus } from '@haven/messaging';
import type { Caller } from '@haven/security';
import { activeHolds } from './active-holds.js';
import { ChangeQueue } from '../turns/change-queue.js';
import { endable } from '../turns/endable.js';
import { seenHold } from './hold-access.js';
import type { Capacity, SeenHold } from '../ports.js';
import { readHold } from './read-hold.js';

/**
 * Sends each hold that has not ended, then every change, if the caller may see it: their own holds, their colleagues' holds, or those at
 * their shelter. It listens before it reads, and drops what it has sent already.
 */
export function watchHolds(
  capacity: Pick<Capacity, 'hold' | 'activeHolds'>,
  bus: Pick<EventBus, 'tail'>,
  caller: Caller,
  serviceId: string | null,
): AsyncIterableIterator<SeenHold, undefined> {
  const queue = new ChangeQueue<HoldView>(({ id }) => id);
  const stop = bus.tail([holdTopic], (event) => {
    const { success, data } = holdSnapshotSchema.safeParse(event.data);
    if (success && (serviceId === null || data.serviceId === serviceId)) queue.push(data);
  });
  return endable(states(capacity, caller, serviceId, queue), () => {
    stop();
    queue.end();
  });
}

async function* states(
  capacity: Pick<Capacity, 'hold' | 'activeHolds'>,
  caller: Caller,
  serviceId: string | null,
  queue: ChangeQueue<HoldView>,
): AsyncGenerator<SeenHold, undefined> {
  const told = new Map<string, number>();
  for await (const held of eachInTurns(activeHolds(capacity, caller, serviceId, 'holdChanged'))) {
    if (queue.hasEnded) return undefined;
    told.set(held.hold.id, held.hold.version);
    yield seenHold(held);
  }
  for (let change = await queue.take(); change; change = await queue.take()) {
    if (change.version <= (told.get(change.id) ?? 0)) continue;
    const held = await readHold(capacity, caller, change.id, 'holdChanged');
    if (!held) continue;
    told.set(change.id, held.hold.version);
    yield seenHold(held);
  }
  return undefined;
}
