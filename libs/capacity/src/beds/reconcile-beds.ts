import { mayWrite, type Caller } from '@haven/security';
import { couldBeId } from '../commands/storable.js';
import type { Capacity, Reconciliation } from '../ports.js';
import { withOwnNames } from './bed-pools.js';

/** Compares staff counts with holds, pool by pool. Callers who may not compare them get no pools. */
export async function reconcileBeds(
  capacity: Pick<Capacity, 'service' | 'reconciliation' | 'poolNames'>,
  caller: Caller,
  serviceId: string,
): Promise<readonly Reconciliation[]> {
  const service = couldBeId(serviceId) ? await capacity.service(serviceId) : null;
  if (!service || !mayWrite(caller, 'bedReconciliation', service.organizationId)) return [];
  return withOwnNames(capacity, caller, service.organizationId, serviceId, await capacity.reconciliation(serviceId));
}
