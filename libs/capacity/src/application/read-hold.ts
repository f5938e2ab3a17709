import type { Caller } from '@haven/security';
import { couldBePoolId } from '../domain/storable.js';
import { mayReachHold } from './hold-access.js';
import type { Capacity, StoredHold } from './ports.js';

/** The hold, for those who may know of it; for all others there is none. */
export async function readHold(capacity: Pick<Capacity, 'hold' | 'service'>, caller: Caller, holdId: string): Promise<StoredHold | null> {
  const held = couldBePoolId(holdId) ? await capacity.hold(holdId) : null;
  const service = held && (await capacity.service(held.hold.serviceId));
  return service && mayReachHold(caller, 'hold', held, service.organizationId) ? held : null;
}
