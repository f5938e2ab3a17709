import { invalidInput, type InvalidInput } from '@haven/kernel';
import type { Caller, OperationName } from '@haven/security';
import { couldBeId, couldBeUuid } from '../commands/storable.js';
import { mayReachHold } from './hold-access.js';
import type { Capacity, StoredHold } from '../ports.js';

/** The holds of one service (null: of all) that have not ended and that the caller may see, in order of id. */
export async function* activeHolds(
  capacity: Pick<Capacity, 'activeHolds'>,
  caller: Caller,
  serviceId: string | null,
  operation: OperationName,
  after: string | null = null,
): AsyncGenerator<StoredHold, undefined> {
  for (let page = await capacity.activeHolds(serviceId, after); page.length > 0;) {
    yield* page.filter((held) => mayReachHold(caller, operation, held));
    page = await capacity.activeHolds(serviceId, page.at(-1)!.hold.id);
  }
  return undefined;
}

/** More than any shelter has. */
const most = 1_000;

/** Which holds of a service, and which page: this many (default: the maximum), after the hold with this id. */
export interface ActiveHoldsQuestion {
  readonly serviceId: string;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** One page of {@link activeHolds} for one service. */
export async function activeHoldsPage(
  capacity: Pick<Capacity, 'activeHolds'>,
  caller: Caller,
  { serviceId, first, after }: ActiveHoldsQuestion,
): Promise<readonly StoredHold[] | InvalidInput> {
  const size = first ?? most;
  if (size < 1 || size > most) return invalidInput({ path: 'first', message: `Ask for 1 to ${most} at a time.` });
  if (typeof after === 'string' && !couldBeUuid(after))
    return invalidInput({ path: 'after', message: 'Give the id of the last hold of the page before, or leave it out.' });
  const page: StoredHold[] = [];
  if (!couldBeId(serviceId)) return page;
  for await (const held of activeHolds(capacity, caller, serviceId, 'activeHolds', after)) if (page.push(held) === size) break;
  return page;
}
