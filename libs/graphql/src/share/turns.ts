interface Waiting {
  readonly caller: string;
  readonly begin: () => void;
}

/** A turn that nobody ends, ends by itself: nothing runs so long. */
const longestMilliseconds = 30_000;

/** Lets a few run at once. Of those who wait, the caller with the least on its account is next, then who came first. */
export class Turns {
  private running = 0;
  private waiting: Waiting[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waitingMaximum: number,
    private readonly accountOf: (caller: string) => number,
  ) {}

  /** Resolves when it is the caller's turn, to what ends it; null when too many of the caller's wait already. */
  take(caller: string): Promise<() => void> | null {
    if (this.running < this.atOnce) return Promise.resolve(this.begin());
    if (this.waiting.filter((one) => one.caller === caller).length >= this.waitingMaximum) return null;
    return new Promise((resolve) => this.waiting.push({ caller, begin: () => resolve(this.begin()) }));
  }

  private begin(): () => void {
    this.running += 1;
    let isDone = false;
    const end = () => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      this.running -= 1;
      this.next();
    };
    const timer = setTimeout(end, longestMilliseconds);
    timer.unref();
    return end;
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const accounts = new Map<string, number>();
    const accountOf = (caller: string) => accounts.get(caller) ?? (accounts.set(caller, this.accountOf(caller)), accounts.get(caller)!);
    const next = this.waiting.reduce((least, one) => (accountOf(one.caller) < accountOf(least.caller) ? one : least));
    this.waiting.splice(this.waiting.indexOf(next), 1);
    next.begin();
  }
}
