import { createClient, type Client } from 'graphql-ws';
import type { Session } from '../session/session';

const forbidden = 4403;
const longestWaitMilliseconds = 15_000;

/** Subscriptions over one WebSocket. It comes back by itself, with the token of then; each subscription begins with how things stand. */
export function createSocket(session: Session): Client {
  return createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (retries) => until(retries, session),
    connectionParams: () => {
      const token = session.token();
      return token === null ? {} : { authorization: `Bearer ${token}` };
    },
    on: { closed: (event) => void ((event as CloseEvent).code === forbidden && session.refused()) },
  });
}

/** Waits longer each time, and until somebody is signed in: an endless row of refusals helps nobody. */
async function until(retries: number, session: Session): Promise<void> {
  const wait = Math.min(longestWaitMilliseconds, 500 * 2 ** retries) * (0.5 + Math.random() / 2);
  await new Promise((resolve) => setTimeout(resolve, wait));
  if (session.token() !== null) return;
  await new Promise<void>((resolve) => {
    const leave = session.state.follow(() => {
      if (session.token() === null) return;
      leave();
      resolve();
    });
  });
}
