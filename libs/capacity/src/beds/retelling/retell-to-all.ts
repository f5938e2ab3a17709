import { endAt, tidyEach } from '../../offers/end-at-each.js';
import type { Capacity } from '../../ports.js';

/** Tells everybody anew of beds that were told of in another way before an upgrade. Answers of how many services. */
export const retellToAll = async (capacity: Pick<Capacity, 'tidying' | 'servicesToRetell'>): Promise<number> =>
  tidyEach(capacity, await capacity.servicesToRetell(), (tx, serviceId) =>
    endAt(tx, serviceId, async () => ((await tx.settleRetelling(serviceId)) ? 1 : 0)),
  );
