/** Remembers how much each caller has cost of late: what comes in flows out at a fixed rate. */
export class LeakyBuckets {
  private readonly buckets = new Map<string, { level: number; at: number }>();

  constructor(
    private readonly perSecond: number,
    private readonly most: number,
    private readonly now: () => number,
  ) {}

  /** What has not flowed out yet. */
  levelOf(caller: string): number {
    const bucket = this.buckets.get(caller);
    return bucket ? Math.max(0, bucket.level - ((this.now() - bucket.at) / 1_000) * this.perSecond) : 0;
  }

  /** Adds it where there is room and answers 0; else adds nothing and answers in how many whole seconds there is. */
  add(caller: string, cost: number): number {
    const level = this.levelOf(caller);
    const over = level + cost - this.most;
    // Whoever has used nothing may always do one thing.
    if (over > 0 && level > 0) return Math.max(1, Math.ceil(over / this.perSecond));
    this.buckets.delete(caller);
    this.buckets.set(caller, { level: level + cost, at: this.now() });
    this.forgetEmpty();
    return 0;
  }

  /** The longest untouched come first. */
  private forgetEmpty(): void {
    for (const [caller] of this.buckets) {
      if (this.levelOf(caller) > 0) return;
      this.buckets.delete(caller);
    }
  }
}
