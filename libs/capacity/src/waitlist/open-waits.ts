import type { Caller } from '@haven/security';
import { mayReachHold, reachOf } from '../holds/hold-access.js';
import type { Capacity, WaitingView } from '../ports.js';

/** Who waits or has an offer at any service, as far as the caller may know of them, the longest first. */
export async function openWaits(capacity: Pick<Capacity, 'waits'>, caller: Caller): Promise<readonly WaitingView[]> {
  const waits = await capacity.waits(reachOf(caller));
  return waits.filter((stored) => mayReachHold(caller, 'waitlist', stored)).map(({ waiting }) => waiting);
}
