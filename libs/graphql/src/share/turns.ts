/** The part of a connection that shows whether the client is gone. */
export interface Connection {
  readonly destroyed: boolean;
}

interface Waiting {
  readonly connection: Connection | undefined;
  readonly resolve: (turn: EndTurn | null) => void;
}

/** A turn that nobody ends, ends after this time: no operation runs for so long. */
const longestMilliseconds = 30_000;
const longestRestMilliseconds = 2_000;

/** Ends a turn. The next one begins after a pause of `rest` times its length: small operations run meanwhile. */
export type EndTurn = (rest?: number) => void;

/** How many run at once, and how many of one caller may wait. */
export interface TurnLimits {
  readonly atOnce: number;
  readonly waitingMaximum: number;
}

/** Lets a few run at once. Of those waiting, the caller with the smallest account is next. */
export class Turns {
  private running = 0;
  /** By caller; the longest waiting one comes first. */
  private readonly waiting = new Map<string, Waiting[]>();

  constructor(
    private readonly limits: TurnLimits,
    private readonly accountOf: (caller: string) => number,
  ) {}

  /**
   * Resolves when it is the caller's turn, to the function that ends it; null if too many of the caller's operations already wait, or if
   * the caller has gone meanwhile: nobody would read the answer.
   */
  async take(caller: string, connection?: Connection): Promise<EndTurn | null> {
    if (connection?.destroyed) return null;
    if (this.running < this.limits.atOnce) return this.begin();
    const mine = this.waiting.get(caller) ?? [];
    if (mine.length >= this.limits.waitingMaximum) return null;
    return new Promise((resolve) => this.waiting.set(caller, [...mine, { connection, resolve }]));
  }

  private begin(): EndTurn {
    this.running += 1;
    const began = performance.now();
    let isDone = false;
    const end = (rest = 0) => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      this.restFor((performance.now() - began) * rest);
    };
    const timer = setTimeout(() => end(), longestMilliseconds);
    timer.unref();
    return end;
  }

  private restFor(milliseconds: number): void {
    // Timers cannot be shorter than a millisecond.
    if (milliseconds < 1) this.next();
    else setTimeout(() => this.next(), Math.min(milliseconds, longestRestMilliseconds));
  }

  private next(): void {
    this.running -= 1;
    for (let one = this.takeNext(); one; one = this.takeNext()) {
      if (!one.connection?.destroyed) return one.resolve(this.begin());
      one.resolve(null);
    }
  }

  private takeNext(): Waiting | undefined {
    const callers = [...this.waiting.keys()].map((caller) => ({ caller, account: this.accountOf(caller) }));
    if (callers.length === 0) return undefined;
    const { caller } = callers.reduce((least, one) => (one.account < least.account ? one : least));
    const [first, ...others] = this.waiting.get(caller)!;
    if (others.length > 0) this.waiting.set(caller, others);
    else this.waiting.delete(caller);
    return first;
  }
}
