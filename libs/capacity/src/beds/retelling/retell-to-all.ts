import { endAt, tidyEach } from '../../offers/end-at-each.js';
import type { Capacity } from '../../ports.js';

/** Publishes again the beds whose format an upgrade changed. Answers the number of services. */
export const retellToAll = async (capacity: Pick<Capacity, 'tidying' | 'servicesToRetell'>): Promise<number> =>
  tidyEach(capacity, await capacity.servicesToRetell(), (tx, serviceId) =>
    endAt(tx, serviceId, async () => ((await tx.settleRetelling(serviceId)) ? 1 : 0)),
  );
