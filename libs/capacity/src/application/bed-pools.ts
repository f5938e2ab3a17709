import type { BedPoolView } from '@haven/contracts';
import { couldBeId } from '../domain/storable.js';
import type { Capacity } from './ports.js';

/** Pools of a service in order of name; none for a service that is unknown or withdrawn. */
export async function bedPools(capacity: Pick<Capacity, 'availability'>, serviceId: string): Promise<readonly BedPoolView[]> {
  if (!couldBeId(serviceId)) return [];
  return (await capacity.availability(serviceId))?.pools ?? [];
}
