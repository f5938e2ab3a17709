import { createStore, type Store } from '../store';

/** The step that the tour shows, from 0 on; null: no tour is on. Kept in memory only, like everything that a person does. */
export const tourStep: Store<number | null> = createStore<number | null>(null);

/** Whether the offer of a tour was turned down, or taken, since the page was loaded. */
export const tourWasOffered: Store<boolean> = createStore(false);

/** Begins the tour. */
export function startTour(): void {
  tourWasOffered.set(true);
  tourStep.set(0);
}
