import type { Caller } from '@haven/security';
import { couldBeId } from '../commands/storable.js';
import { mayReachHold, reachOf } from '../holds/hold-access.js';
import type { Capacity, StoredWaiting, WaitingView } from '../ports.js';

/** Who waits or has an offer at any service, as far as the caller may know of them, the longest first. */
export async function openWaits(capacity: Pick<Capacity, 'waits'>, caller: Caller): Promise<readonly WaitingView[]> {
  return knownTo(caller, await capacity.waits(reachOf(caller)));
}

/** Who waits at one service or has an offer there, as far as the caller may know of them, first come first. */
export async function waitlistOf(capacity: Pick<Capacity, 'waitlist'>, caller: Caller, serviceId: string): Promise<readonly WaitingView[]> {
  return couldBeId(serviceId) ? knownTo(caller, await capacity.waitlist(serviceId)) : [];
}

const knownTo = (caller: Caller, line: readonly StoredWaiting[]): WaitingView[] =>
  line.filter((stored) => mayReachHold(caller, 'waitlist', stored)).map(({ waiting }) => waiting);
