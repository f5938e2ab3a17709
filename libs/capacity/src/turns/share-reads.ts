/** Reads what a key names, and shares the answer among those who ask for the key while the read waits. */
export type ShareReads<T> = (key: string, read: () => Promise<T>) => Promise<T>;

/**
 * Runs reads one at a time. Callers who ask for a key that still waits share its read. No answer is older than its question: a read
 * that has begun is not shared with later callers.
 */
export function shareReads<T>(): ShareReads<T> {
  const waiting = new Map<string, Promise<T>>();
  let last: Promise<unknown> = Promise.resolve();
  return (key, read) => {
    const shared = waiting.get(key);
    if (shared) return shared;
    const mine = last.then(() => {
      waiting.delete(key);
      return read();
    });
    waiting.set(key, mine);
    last = mine.catch(() => undefined);
    return mine;
  };
}
