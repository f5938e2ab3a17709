/** Too many callers wait, so another one would wait too long. */
export class TooManyWaiting extends Error {
  override name = 'TooManyWaiting';
}

/** Runs a limited number of tasks at a time, the rest in order of arrival. Rejects with {@link TooManyWaiting}. */
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
