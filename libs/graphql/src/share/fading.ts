interface Amount {
  readonly amount: number;
  readonly at: number;
}

/** Interval at which callers with nothing left are forgotten. */
const sweepMilliseconds = 10_000;

/** An amount for each caller that shrinks as time passes. `left` computes the rest after so many milliseconds. */
export class Fading {
  private readonly amounts = new Map<string, Amount>();
  private swept = 0;

  constructor(
    private readonly left: (amount: number, milliseconds: number) => number,
    private readonly now: () => number,
  ) {}

  /** What is left. */
  of(caller: string): number {
    const known = this.amounts.get(caller);
    return known ? this.left(known.amount, this.now() - known.at) : 0;
  }

  /** Adds to the rest. */
  add(caller: string, amount: number): void {
    this.amounts.set(caller, { amount: this.of(caller) + amount, at: this.now() });
    if (this.now() - this.swept >= sweepMilliseconds) this.sweep();
  }

  private sweep(): void {
    this.swept = this.now();
    for (const caller of this.amounts.keys()) if (this.of(caller) === 0) this.amounts.delete(caller);
  }
}

/** A smaller amount counts as nothing. */
const nothing = 0.1;

/** The amount halves with each half-life. */
export const halving = (halfLifeMilliseconds: number, now: () => number): Fading =>
  new Fading((amount, milliseconds) => {
    const left = amount * 0.5 ** (milliseconds / halfLifeMilliseconds);
    return left < nothing ? 0 : left;
  }, now);
