import type { Caller, OperationName } from '@haven/security';
import { mayReachHold } from './hold-access.js';
import type { Capacity, StoredHold } from '../ports.js';

/** The holds that have not ended and that the caller may know of, of one service (null: of all). */
export async function* activeHolds(
  capacity: Pick<Capacity, 'activeHolds'>,
  caller: Caller,
  serviceId: string | null,
  operation: OperationName,
): AsyncGenerator<StoredHold, undefined> {
  for (let page = await capacity.activeHolds(serviceId, null); page.length > 0;) {
    yield* page.filter((held) => mayReachHold(caller, operation, held));
    page = await capacity.activeHolds(serviceId, page.at(-1)!.hold.id);
  }
  return undefined;
}
