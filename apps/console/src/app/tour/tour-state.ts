import { createStore, type Store } from '../store';

/** The current step of the tour, starting at 0; null: no tour is running. Kept in memory only, like all user activity. */
export const tourStep: Store<number | null> = createStore<number | null>(null);

/** Whether the user has taken or declined the tour since the page was loaded. */
export const tourWasOffered: Store<boolean> = createStore(false);

/** Starts the tour. */
export function startTour(): void {
  tourWasOffered.set(true);
  tourStep.set(0);
}
