import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is closed, in order. */
export interface Closing {
  readonly http: Server;
  /** Lets nobody send requests here any more; they still come for a while. */
  readonly sendAway: () => void;
  /** How long balancers may take to see that. */
  readonly drainMilliseconds: number;
  /** Tells WebSockets to connect again elsewhere, takes no new connection, and resolves when the last answer is out. */
  readonly closeServer: () => Promise<void>;
}

/** Answers that are still under way are waited for so long. */
const patienceMilliseconds = 5_000;

/** Stops serving without a request that is lost: not ready first, then no more connections, then the last answers. */
export async function closeOrderly({ http, sendAway, drainMilliseconds, closeServer }: Closing): Promise<void> {
  sendAway();
  await sleep(drainMilliseconds);
  const impatient = setTimeout(() => http.closeAllConnections(), patienceMilliseconds);
  try {
    await closeServer();
  } finally {
    clearTimeout(impatient);
  }
}
