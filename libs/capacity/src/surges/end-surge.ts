import { notFound, type NotFound } from '@haven/kernel';
import { mayWrite, type Caller } from '@haven/security';
import { couldBeUuid } from '../commands/storable.js';
import { endAt, tidyEach } from '../offers/end-at-each.js';
import type { Capacity, SurgeView } from '../ports.js';

/** Ends the surge now. Ending it again changes nothing. */
export async function endSurge(capacity: Capacity, caller: Caller, surgeId: string): Promise<SurgeView | NotFound> {
  if (!couldBeUuid(surgeId)) return notFound;
  return capacity.changing({ surgeId }, async (tx) => {
    const surge = await tx.surge(surgeId);
    const service = surge && (await tx.service(surge.serviceId));
    if (!service || !mayWrite(caller, 'endSurge', service.organizationId)) return notFound;
    await endAt(tx, service.serviceId, async () => {
      await tx.endSurge(surgeId, caller.subject);
      return tx.removeDueSurges(service.serviceId);
    });
    return (await tx.surge(surgeId))!;
  });
}

/** Removes the free beds of ended surges. Answers how many went. */
export const removeEndedSurges = async (capacity: Pick<Capacity, 'tidying' | 'servicesWithDueSurges'>): Promise<number> =>
  tidyEach(capacity, await capacity.servicesWithDueSurges(), (tx, serviceId) => endAt(tx, serviceId, () => tx.removeDueSurges(serviceId)));
