import type { Caller } from '@haven/security';
import { couldBeId } from '../commands/storable.js';
import { mayReachHold, reachOf } from '../holds/hold-access.js';
import type { Capacity, StoredWaiting, WaitingView } from '../ports.js';

/** Waitlist entries of any service that wait or have an offer and that the caller may see, the oldest first. */
export async function openWaits(capacity: Pick<Capacity, 'waits'>, caller: Caller): Promise<readonly WaitingView[]> {
  return knownTo(caller, await capacity.waits(reachOf(caller)));
}

/** Waitlist entries of one service that wait or have an offer and that the caller may see, the oldest first. */
export async function waitlistOf(capacity: Pick<Capacity, 'waitlist'>, caller: Caller, serviceId: string): Promise<readonly WaitingView[]> {
  return couldBeId(serviceId) ? knownTo(caller, await capacity.waitlist(serviceId)) : [];
}

const knownTo = (caller: Caller, line: readonly StoredWaiting[]): WaitingView[] =>
  line.filter((stored) => mayReachHold(caller, 'waitlist', stored)).map(({ waiting }) => waiting);
