import type { Caller, OperationName } from '@haven/security';
import { couldBeUuid } from '../commands/storable.js';
import { mayReachHold } from './hold-access.js';
import type { Capacity, StoredHold } from '../ports.js';

/** The hold, for those who may know of it; for all others there is none. */
export async function readHold(
  capacity: Pick<Capacity, 'hold'>,
  caller: Caller,
  holdId: string,
  operation: OperationName = 'hold',
): Promise<StoredHold | null> {
  const held = couldBeUuid(holdId) ? await capacity.hold(holdId) : null;
  return held && mayReachHold(caller, operation, held) ? held : null;
}
