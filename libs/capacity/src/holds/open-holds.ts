import type { Caller } from '@haven/security';
import { mayReachHold, reachOf } from './hold-access.js';
import type { Capacity, StoredHold } from '../ports.js';

/** The holds at any service that have not ended and that the caller may see, those that end soonest first. */
export async function openHolds(capacity: Pick<Capacity, 'openHolds'>, caller: Caller): Promise<readonly StoredHold[]> {
  const open = await capacity.openHolds(reachOf(caller));
  return open.filter((stored) => mayReachHold(caller, 'activeHolds', stored));
}
