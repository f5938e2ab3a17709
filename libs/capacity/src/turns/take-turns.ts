/**
 * Too many callers wait for this shelter, or another transaction keeps it locked, so this call would wait too long. Nothing was done, and
 * the caller may repeat it.
 */
export class ShelterBusy extends Error {
  override readonly name = 'ShelterBusy';

  /** `key`: the key of the lock that did not become free; null: no lock was tried, or the lock has no key. */
  constructor(readonly key: string | null = null) {
    super('Too many people ask for this shelter at the moment. Try again in a few seconds, with the same idempotency key.');
  }
}

/** Runs the work when its turn comes. */
export type TakeTurns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

interface Line {
  atWork: number;
  readonly waiting: { goOn(): void; giveUp(error: ShelterBusy): void }[];
}

/**
 * Lets `abreast` pieces of work for one key run at a time. Up to `most` others wait, in order of arrival; different keys do not wait for
 * each other. Waiting work keeps no connection. When work finds its key stuck, everybody queued behind it is refused at once instead of
 * finding out one by one.
 */
export function takeTurns({ abreast, most }: { readonly abreast: number; readonly most: number }): TakeTurns {
  const lines = new Map<string, Line>();
  const leave = (key: string, line: Line): void => {
    const next = line.waiting.shift();
    if (next) return next.goOn();
    line.atWork -= 1;
    if (line.atWork === 0) lines.delete(key);
  };
  return async (key, work) => {
    const line = lines.get(key) ?? { atWork: 0, waiting: [] };
    lines.set(key, line);
    if (line.atWork < abreast) line.atWork += 1;
    else if (line.waiting.length >= most) throw new ShelterBusy();
    else await new Promise<void>((goOn, giveUp) => line.waiting.push({ goOn, giveUp }));
    try {
      return await work();
    } catch (error) {
      if (error instanceof ShelterBusy && error.key === key) for (const { giveUp } of line.waiting.splice(0)) giveUp(error);
      throw error;
    } finally {
      leave(key, line);
    }
  };
}
