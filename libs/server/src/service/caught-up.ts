import type { Subscription } from '@haven/messaging';

/** This few events behind counts as up to date: new ones arrive all the time. */
const nearlyNone = 100;

/**
 * Whether a read model has been up to date once since the process started. Before that, its answers would miss long-known facts. While the
 * transport does not answer, the stored data is served: nothing could be newer.
 */
export function caughtUp(subscription: Subscription | null): () => Promise<boolean> {
  let was = subscription === null;
  return async () => {
    if (!was)
      was = await subscription!.lag().then(
        (lag) => lag <= nearlyNone,
        () => true,
      );
    return was;
  };
}
