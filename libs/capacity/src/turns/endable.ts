/** `return()` of a generator that waits takes effect only when the wait is over, so the wait has to be ended first. */
export function endable<T>(inner: AsyncGenerator<T, undefined>, end: () => void): AsyncIterableIterator<T, undefined> {
  const next = () =>
    inner.next().catch((error: unknown) => {
      end();
      throw error;
    });
  return {
    next,
    return: () => (end(), inner.return(undefined)),
    throw: (error) => (end(), inner.throw(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
