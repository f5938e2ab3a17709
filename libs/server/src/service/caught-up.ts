import type { Subscription } from '@haven/messaging';

/** So few events behind counts as up to date: new ones come all the time. */
const nearlyNone = 100;

/**
 * Whether a read model has once been up to date since the process started; before that its answers would miss what
 * is long known. While the transport cannot be asked, what is stored is served: it is as new as anything can be.
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
