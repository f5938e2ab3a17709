import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import type { Session } from '../session/session';
import { createStore, type Store } from '../store';
import { waitOf } from './subscribe-lasting';

/** Whether changes are told as they happen. `connecting`: nobody has needed that yet, or it has just begun. */
export type Liveness = 'connecting' | 'live' | 'away';

/** How the WebSocket stands. */
export const liveness: Store<Liveness> = createStore<Liveness>('connecting');

const forbidden = 4403;
const normal = 1000;
const pingEveryMilliseconds = 10_000;
const pongWithinMilliseconds = 5_000;

/** Subscriptions over one WebSocket. It comes back by itself, with the token of then; each subscription begins with how things stand. */
export function createSocket(session: Session): Client {
  const socket: Client = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (retries) => until(retries, session),
    keepAlive: pingEveryMilliseconds,
    connectionParams: () => {
      const token = session.token();
      return token === null ? {} : { authorization: `Bearer ${token}` };
    },
    on: { ...watchPongs(() => socket.terminate()), ...tellLiveness(session) },
  });
  return socket;
}

type Listeners = NonNullable<ClientOptions['on']>;

const tellLiveness = (session: Session): Pick<Listeners, 'connected' | 'closed'> => ({
  connected: () => liveness.set('live'),
  closed: (event) => {
    const { code } = event as CloseEvent;
    // Whom nobody follows any more is closed as normal.
    liveness.set(code === normal ? 'connecting' : 'away');
    if (code === forbidden) void session.refused();
  },
});

/** A phone that lost its network keeps a socket that looks open for minutes: one that does not answer has gone. */
function watchPongs(giveUp: () => void): Pick<Listeners, 'ping' | 'pong'> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    ping: (received) => {
      if (!received) waiting = setTimeout(giveUp, pongWithinMilliseconds);
    },
    pong: (received) => {
      if (received) clearTimeout(waiting);
    },
  };
}

/** Waits longer each time, and until somebody is signed in: an endless row of refusals helps nobody. */
async function until(retries: number, session: Session): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, waitOf(retries)));
  if (session.token() !== null) return;
  await new Promise<void>((resolve) => {
    const leave = session.state.follow(() => {
      if (session.token() === null) return;
      leave();
      resolve();
    });
  });
}
