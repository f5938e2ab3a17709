/** After this long without an event, a subscription has sent its first states. */
const silenceMilliseconds = 20;

/** Passes events on. Calls `silent` once: at the first pause between them, or at the end. */
export function untilSilent<T>(source: AsyncGenerator<T, void, void>, silent: () => void): AsyncGenerator<T, void, void> {
  const timer = setTimeout(end, silenceMilliseconds);
  let isSilent = false;
  function end(): void {
    clearTimeout(timer);
    if (!isSilent) silent();
    isSilent = true;
  }
  // Not a generator: its `return()` would wait for the next event.
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
