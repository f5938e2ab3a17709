import type { Client } from 'graphql-ws';

const longestWaitMilliseconds = 15_000;

/** Milliseconds until the next try: longer each time, and random, so that not all clients reconnect at once. */
export const waitOf = (retries: number): number => Math.min(longestWaitMilliseconds, 500 * 2 ** retries) * (0.5 + Math.random() / 2);

/** The callbacks of a subscriber. */
interface Sink {
  next(value: object): void;
}

/** A subscription that lasts until the caller ends it: if the server ends it, it is started again. */
export function subscribeLasting(socket: Pick<Client, 'subscribe'>, payload: Parameters<Client['subscribe']>[0], sink: Sink): () => void {
  let leave: () => void = () => undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let isGivenUp = false;
  const again = () => {
    if (!isGivenUp) waiting = setTimeout(ask, waitOf(tries++));
  };
  const ask = () => {
    leave = socket.subscribe(payload, {
      next: (value) => {
        tries = 0;
        sink.next(value);
      },
      error: (error) => {
        if (Array.isArray(error)) sink.next({ data: null, errors: error as unknown[] });
        again();
      },
      complete: again,
    });
  };
  ask();
  return () => {
    isGivenUp = true;
    clearTimeout(waiting);
    leave();
  };
}
