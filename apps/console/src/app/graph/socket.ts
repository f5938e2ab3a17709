import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import type { Session } from '../session/session';
import { createStore, type Store } from '../store';
import { waitOf } from './subscribe-lasting';

/** Whether changes arrive as they happen. `connecting`: nothing has needed the connection yet, or it is being opened. */
export type Liveness = 'connecting' | 'live' | 'away';

/** The state of the WebSocket. */
export const liveness: Store<Liveness> = createStore<Liveness>('connecting');

const forbidden = 4403;
const normal = 1000;
const pingEveryMilliseconds = 10_000;
const pongWithinMilliseconds = 5_000;

/** Subscriptions over one WebSocket. It reconnects by itself with the current token; each subscription starts with the current state. */
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
    // A connection without subscriptions is closed normally.
    liveness.set(code === normal ? 'connecting' : 'away');
    if (code === forbidden) void session.refused();
  },
});

/** After a phone loses its network, its socket looks open for minutes: a socket that does not answer a ping is closed. */
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

/** Waits longer each time, and until somebody is signed in, to avoid an endless series of refusals. */
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
