import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What an orderly end needs. */
export interface Closing {
  readonly http: Server;
  /** Reports not ready, so that balancers send no more requests; they still come for a while. */
  readonly sendAway: () => void;
  /** How long balancers may take to see that. */
  readonly drainMilliseconds: number;
  /** Tells WebSockets to connect again elsewhere, takes no new connection, and resolves when the last answer is out. */
  readonly closeServer: () => Promise<void>;
}

/** The longest wait for answers that are under way. */
const patienceMilliseconds = 5_000;

/** Stops serving and loses no request: first it reports not ready, then it takes no new connections, then it sends the last answers. */
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
