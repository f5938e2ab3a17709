/** Counts by key within a period that restarts again and again. */
export interface Count {
  of(key: number): number;
  /** Never below zero: work that began in the previous period may end in this one. */
  change(key: number, by: number): void;
}

/** A count that resets after this many milliseconds. */
export function createCount(milliseconds: number, now: () => number): Count {
  let since = now();
  const counts = new Map<number, number>();
  const of = (key: number) => {
    if (now() - since >= milliseconds) {
      since = now();
      counts.clear();
    }
    return counts.get(key) ?? 0;
  };
  return { of, change: (key, by) => void counts.set(key, Math.max(0, of(key) + by)) };
}
