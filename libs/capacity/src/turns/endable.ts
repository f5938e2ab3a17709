/** `return()` of a waiting generator takes effect only after the wait, so this ends the wait first. */
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
