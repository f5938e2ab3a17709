import { setTimeout as pause } from 'node:timers/promises';
import type { Capacity } from '../ports.js';

const longestWait = 3_000;
const step = 50;

/**
 * Whether the service is known. One that was registered a moment ago may still be on its way here, so this looks again
 * for up to three seconds. That an id is unknown may take longer to say than that it is somebody else's: which services
 * exist is no secret.
 */
export async function waitForService(capacity: Pick<Capacity, 'hasService'>, serviceId: string): Promise<boolean> {
  const until = performance.now() + longestWait;
  for (let delay = step; ; delay = Math.min(delay * 1.5, 10 * step)) {
    if (await capacity.hasService(serviceId)) return true;
    if (performance.now() + delay > until) return false;
    await pause(delay);
  }
}
