/** So many others wait for the same shelter that this call would wait too long: nothing was done, and it may be repeated. */
export class ShelterBusy extends Error {
  override readonly name = 'ShelterBusy';
  /** As GraphQL tells it. */
  readonly extensions = { code: 'SERVICE_UNAVAILABLE' } as const;

  constructor() {
    super('Too many people ask for this shelter at the moment. Try again in a few seconds, with the same idempotency key.');
  }
}

/** Runs work when it is its turn. */
export type TakeTurns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

interface Line {
  atWork: number;
  readonly waiting: (() => void)[];
}

/**
 * Lets `abreast` pieces of work of the same key run at a time and the others wait, in order of arrival, `most` of them at the
 * most; different keys do not wait for each other. What waits here holds nothing, above all no connection.
 */
export function takeTurns({ abreast, most }: { readonly abreast: number; readonly most: number }): TakeTurns {
  const lines = new Map<string, Line>();
  const leave = (key: string, line: Line): void => {
    const next = line.waiting.shift();
    if (next) return next();
    line.atWork -= 1;
    if (line.atWork === 0) lines.delete(key);
  };
  return async (key, work) => {
    const line = lines.get(key) ?? { atWork: 0, waiting: [] };
    lines.set(key, line);
    if (line.atWork < abreast) line.atWork += 1;
    else if (line.waiting.length >= most) throw new ShelterBusy();
    else await new Promise<void>((goOn) => line.waiting.push(goOn));
    try {
      return await work();
    } finally {
      leave(key, line);
    }
  };
}
