import type { Caller, OperationName } from '@haven/security';
import { couldBeUuid } from '../commands/storable.js';
import { mayReachHold } from './hold-access.js';
import type { Capacity, StoredHold } from '../ports.js';

/** The hold, for callers who may see it. For others it does not exist. */
export async function readHold(
  capacity: Pick<Capacity, 'hold'>,
  caller: Caller,
  holdId: string,
  operation: OperationName = 'hold',
): Promise<StoredHold | null> {
  const held = couldBeUuid(holdId) ? await capacity.hold(holdId) : null;
  return held && mayReachHold(caller, operation, held) ? held : null;
}
