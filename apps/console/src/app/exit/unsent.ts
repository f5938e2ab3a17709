import { createStore, type Store } from '../store';

/** The number of unsent changes: clearing the browser's storage would lose them. */
export const unsentChanges: Store<number> = createStore(0);

const parts = new Map<string, number>();
const add = () => unsentChanges.set([...parts.values()].reduce((sum, count) => sum + count, 0));

/** Sets the number of unsent changes for one part of a screen or for an account on this device. */
export function reportUnsent(part: string, count: number): void {
  parts.set(part, count);
  add();
}

/** Clears the counts of all parts whose names start with this prefix. */
export function forgetUnsent(beginning: string): void {
  for (const part of [...parts.keys()]) if (part.startsWith(beginning)) parts.delete(part);
  add();
}

/** The number of unsent changes in the parts whose names start with this prefix. */
export const unsentOf = (beginning: string): number =>
  [...parts].reduce((sum, [part, count]) => sum + (part.startsWith(beginning) ? count : 0), 0);

/**
 * Decides whether to leave now despite unsent changes. The first call that would lose some only warns; any later call leaves, since a user
 * who presses again is in danger, or has read the warning.
 */
export function warnOnce(warn: (count: number) => void): (unsent: number) => boolean {
  let warned = false;
  return (unsent) => {
    if (warned || unsent === 0) return true;
    warned = true;
    warn(unsent);
    return false;
  };
}
