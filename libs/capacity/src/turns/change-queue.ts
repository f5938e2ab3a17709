const fewEnough = 1_000;

/**
 * Changes that a subscriber has not taken yet, in order. If a subscriber falls behind by more than a thousand, only the latest change of
 * each key stays. A stalled subscriber therefore costs at most one state for each key.
 */
export class ChangeQueue<T> {
  private waiting: T[] = [];
  private limit = fewEnough;
  private ended = false;
  private wake = (): void => undefined;

  constructor(private readonly keyOf: (change: T) => string) {}

  push(change: T): void {
    if (this.ended) return;
    this.waiting.push(change);
    if (this.waiting.length > this.limit) this.keepLatest();
    this.wake();
  }

  /** The next change, as soon as there is one; null once the queue has ended. */
  async take(): Promise<T | null> {
    while (!this.ended) {
      const next = this.waiting.shift();
      if (next) return next;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return null;
  }

  get hasEnded(): boolean {
    return this.ended;
  }

  end(): void {
    this.ended = true;
    this.waiting = [];
    this.wake();
  }

  private keepLatest(): void {
    this.waiting = [...new Map(this.waiting.map((change) => [this.keyOf(change), change])).values()];
    // Compact again only after twice as many have come in.
    this.limit = Math.max(fewEnough, 2 * this.waiting.length);
  }
}
