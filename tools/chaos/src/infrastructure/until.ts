import { setTimeout as sleep } from 'node:timers/promises';

/** Checks until the condition holds; returns how many milliseconds that took. Rejects if it takes too long. A failed check is repeated. */
export async function until(
  what: string,
  limitMilliseconds: number,
  condition: () => Promise<boolean> | boolean,
  every = 100,
): Promise<number> {
  const since = performance.now();
  let problem: unknown = null;
  while (performance.now() - since < limitMilliseconds) {
    try {
      if (await condition()) return performance.now() - since;
    } catch (error) {
      problem = error;
    }
    await sleep(every);
  }
  throw new Error(`Not within ${limitMilliseconds / 1_000} s: ${what}`, { cause: problem });
}
