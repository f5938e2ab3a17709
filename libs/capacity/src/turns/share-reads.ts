/** Reads by key. Callers who ask for the same key while the read is queued share its answer. */
export type ShareReads<T> = (key: string, read: () => Promise<T>) => Promise<T>;

/**
 * Runs reads one at a time. Callers who ask for a key that is still queued share its read. Later callers do not share a read that has
 * begun, so no answer is older than its question.
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
