/**
 * So many others wait for the same shelter, or somebody keeps it for so long, that this call would wait too long: nothing was done,
 * and it may be repeated.
 */
export class ShelterBusy extends Error {
  override readonly name = 'ShelterBusy';

  /** `key`: what the lock was of that could not be had; null: it was not even tried, or is nobody's in particular. */
  constructor(readonly key: string | null = null) {
    super('Too many people ask for this shelter at the moment. Try again in a few seconds, with the same idempotency key.');
  }
}

/** Runs work when it is its turn. */
export type TakeTurns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

interface Line {
  atWork: number;
  readonly waiting: { goOn(): void; giveUp(error: ShelterBusy): void }[];
}

/**
 * Lets `abreast` pieces of work of the same key run at a time and the others wait, in order of arrival, `most` of them at the
 * most; different keys do not wait for each other. What waits here holds nothing, above all no connection. When work finds out that
 * its key is stuck, those who wait behind it are told so as well: they would each find out anew.
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
