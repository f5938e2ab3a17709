import type { BedPoolView } from '@haven/events';
import { mayWrite, type Caller } from '@haven/security';
import { couldBeId } from '../commands/storable.js';
import type { Capacity } from '../ports.js';

/** The pools of a service with public names; empty if the service is unknown or withdrawn. */
export async function bedPools(capacity: Pick<Capacity, 'availability'>, serviceId: string): Promise<readonly BedPoolView[]> {
  return (couldBeId(serviceId) ? await capacity.availability(serviceId) : null)?.pools ?? [];
}

/** {@link bedPools} with the names that the caller may see. */
export async function bedPoolsFor(
  capacity: Pick<Capacity, 'availability' | 'poolNames'>,
  caller: Caller,
  serviceId: string,
): Promise<readonly BedPoolView[]> {
  const availability = couldBeId(serviceId) ? await capacity.availability(serviceId) : null;
  if (!availability) return [];
  return withOwnNames(capacity, caller, availability.organizationId, serviceId, availability.pools);
}

/** Gives staff of the shelter the names they chose. Everybody else sees room numbers. */
export async function withOwnNames<Pool extends { readonly name: string } & ({ readonly id: string } | { readonly poolId: string })>(
  capacity: Pick<Capacity, 'poolNames'>,
  caller: Caller,
  organizationId: string,
  serviceId: string,
  pools: readonly Pool[],
): Promise<readonly Pool[]> {
  if (!mayWrite(caller, 'setBedCounts', organizationId)) return pools;
  const names = await capacity.poolNames(serviceId);
  return pools.map((pool) => ({ ...pool, name: names.get('id' in pool ? pool.id : pool.poolId) ?? pool.name }));
}

/** The pool that the caller has just changed, with the name that staff chose. */
export async function withOwnName(capacity: Pick<Capacity, 'poolNames'>, pool: BedPoolView): Promise<BedPoolView> {
  return { ...pool, name: (await capacity.poolNames(pool.serviceId)).get(pool.id) ?? pool.name };
}
