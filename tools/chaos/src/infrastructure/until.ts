import { setTimeout as sleep } from 'node:timers/promises';

/** Looks until the condition holds; answers how many milliseconds that took. Rejects when it takes too long. A look that fails is repeated. */
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
