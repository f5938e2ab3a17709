import { createStore, type Store } from '../store';

/** What would be lost with the browser's storage: how many changes were not sent yet. */
export const unsentChanges: Store<number> = createStore(0);

const parts = new Map<string, number>();
const add = () => unsentChanges.set([...parts.values()].reduce((sum, count) => sum + count, 0));

/** How many changes one part of a screen, or an account on this device, has not sent yet. */
export function reportUnsent(part: string, count: number): void {
  parts.set(part, count);
  add();
}

/** Nothing of the parts whose names begin so is left to send. */
export function forgetUnsent(beginning: string): void {
  for (const part of [...parts.keys()]) if (part.startsWith(beginning)) parts.delete(part);
  add();
}

/** How much of it belongs to the parts whose names begin so. */
export const unsentOf = (beginning: string): number =>
  [...parts].reduce((sum, [part, count]) => sum + (part.startsWith(beginning) ? count : 0), 0);

/**
 * Whether to leave now, though so many changes were not sent. The first call that would lose some only warns; any later one leaves, since
 * somebody who presses again is in danger, or has read the warning.
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
