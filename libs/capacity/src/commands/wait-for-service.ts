import { setTimeout as pause } from 'node:timers/promises';
import type { Capacity } from '../ports.js';
import { couldBeId } from './storable.js';

const longestWait = 3_000;
const step = 50;

/**
 * A service that was registered a moment ago may not have arrived yet, so this looks again for up to three seconds. Then it gives up
 * silently, because the transaction looks anyway. An unknown id may take longer to answer than somebody else's id: which services exist is
 * no secret.
 */
export async function waitForService(capacity: Pick<Capacity, 'hasService'>, serviceId: string): Promise<void> {
  if (!couldBeId(serviceId)) return;
  const until = performance.now() + longestWait;
  for (let delay = step; ; delay = Math.min(delay * 1.5, 10 * step)) {
    if (await capacity.hasService(serviceId)) return;
    if (performance.now() + delay > until) return;
    await pause(delay);
  }
}
