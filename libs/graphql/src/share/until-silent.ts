/** Who has nothing to tell for so long, or nobody to take it, has told how things stand. */
const silenceMilliseconds = 20;

/** Passes on what comes; calls `silent` once, when nothing does for a moment or at the end. */
export function untilSilent<T>(source: AsyncGenerator<T, void, void>, silent: () => void): AsyncGenerator<T, void, void> {
  const timer = setTimeout(end, silenceMilliseconds);
  let isSilent = false;
  function end(): void {
    clearTimeout(timer);
    if (!isSilent) silent();
    isSilent = true;
  }
  // Not a generator: its `return()` would wait for what comes next.
  return {
    next: async () => {
      const one = await source.next();
      if (one.done) end();
      else if (!isSilent) timer.refresh();
      return one;
    },
    return: (value) => {
      end();
      return source.return(value);
    },
    throw: (error) => {
      end();
      return source.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      end();
      await source.return();
    },
  };
}
