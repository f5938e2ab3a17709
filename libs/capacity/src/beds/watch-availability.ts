import { availabilitySnapshotSchema, availabilityTopic, type AvailabilitySnapshot } from '@haven/events';
import { eachInTurns } from '@haven/kernel';
import type { EventBus, HavenEvent } from '@haven/messaging';
import { couldBeId } from '../commands/storable.js';
import { ChangeQueue } from '../turns/change-queue.js';
import { endable } from '../turns/endable.js';
import type { AvailabilityScope, Capacity } from '../ports.js';

/**
 * Sends the current state of each service in the scope, then every change in order, without duplicates or gaps. It listens before it reads,
 * and drops changes that the state already contains. Services without pools have a state only if the scope names them by id. Call
 * `return()` to end it.
 */
export function watchAvailability(
  capacity: Pick<Capacity, 'availabilityPage'>,
  bus: Pick<EventBus, 'tail'>,
  scope: AvailabilityScope,
): AsyncIterableIterator<AvailabilitySnapshot, undefined> {
  const possible = { ...scope, serviceIds: scope.serviceIds?.filter(couldBeId) ?? null };
  const queue = new ChangeQueue<AvailabilitySnapshot>(({ serviceId }) => serviceId);
  const stop = bus.tail([availabilityTopic], (event) => {
    const change = changeOf(event);
    if (change && isInScope(possible, change)) queue.push(change);
  });
  return endable(states(capacity, possible, queue), () => {
    stop();
    queue.end();
  });
}

async function* states(
  capacity: Pick<Capacity, 'availabilityPage'>,
  scope: AvailabilityScope,
  queue: ChangeQueue<AvailabilitySnapshot>,
): AsyncGenerator<AvailabilitySnapshot, undefined> {
  const told = new Map<string, number>();
  for await (const state of eachInTurns(currentStates(capacity, scope, queue))) {
    told.set(state.serviceId, state.sequence);
    yield state;
  }
  for (let change = await queue.take(); change; change = await queue.take()) {
    if (change.sequence <= (told.get(change.serviceId) ?? 0)) continue;
    told.set(change.serviceId, change.sequence);
    yield change;
  }
  return undefined;
}

async function* currentStates(
  capacity: Pick<Capacity, 'availabilityPage'>,
  scope: AvailabilityScope,
  queue: ChangeQueue<AvailabilitySnapshot>,
) {
  for (let after = '', more = true; more && !queue.hasEnded;) {
    const page = await capacity.availabilityPage(scope, after);
    yield* page;
    after = page.at(-1)?.serviceId ?? after;
    more = page.length > 0;
  }
}

const read = new WeakMap<HavenEvent, AvailabilitySnapshot | null>();

/** Parsed once for all subscribers. A malformed message must not end everybody's subscription. */
function changeOf(event: HavenEvent): AvailabilitySnapshot | null {
  const known = read.get(event);
  if (known !== undefined) return known;
  const parsed = availabilitySnapshotSchema.safeParse(event.data);
  const change = parsed.success ? parsed.data : null;
  read.set(event, change);
  return change;
}

const isInScope = ({ serviceIds, organizationId, country }: AvailabilityScope, change: AvailabilitySnapshot): boolean =>
  (serviceIds === null || serviceIds.includes(change.serviceId)) &&
  (organizationId === null || change.organizationId === organizationId) &&
  (country === null || change.country === country);
