/** So often those are forgotten of whom nothing is left. */
const sweepMilliseconds = 10_000;

/** Remembers how much each caller has cost of late: what comes in flows out at a fixed rate. */
export class LeakyBuckets {
  private swept = 0;
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
    this.buckets.set(caller, { level: level + cost, at: this.now() });
    if (this.now() - this.swept >= sweepMilliseconds) this.sweep();
    return 0;
  }

  private sweep(): void {
    this.swept = this.now();
    for (const caller of this.buckets.keys()) if (this.levelOf(caller) === 0) this.buckets.delete(caller);
  }
}
