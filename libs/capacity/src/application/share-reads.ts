/** Reads what a key names; who asks for the same key meanwhile may get the same answer. */
export type ShareReads<T> = (key: string, read: () => Promise<T>) => Promise<T>;

/**
 * Lets one read run after the other, and whoever asks for a key that waits to be read share that read. No answer is older than its
 * question: a read that has begun is shared with nobody who comes later.
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
