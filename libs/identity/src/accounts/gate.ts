/** So many wait already that another one would wait for too long. */
export class TooManyWaiting extends Error {
  override name = 'TooManyWaiting';
}

/** Lets some work run at a time, and the rest wait in the order in which it came. Rejects with {@link TooManyWaiting}. */
export function createGate(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= mostWaiting) throw new TooManyWaiting('Too many passwords wait to be checked');
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
