import { createStore, type Store } from '../store';

/** What would be lost with the browser's storage: how many changes were not sent yet. A screen that keeps some says so here. */
export const unsentChanges: Store<number> = createStore(0);

/**
 * Whether to leave now. The first call while something is unsent only warns; any later one leaves, since whoever presses
 * again is in danger or knows.
 */
export function warnOnce(unsent: () => number, warn: (count: number) => void): () => boolean {
  let warned = false;
  return () => {
    if (warned || unsent() === 0) return true;
    warned = true;
    warn(unsent());
    return false;
  };
}
