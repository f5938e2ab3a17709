interface Use {
  readonly cost: number;
  readonly at: number;
}

/** Below this nothing is remembered of a caller. */
const nothing = 0.1;

/** How much each caller has asked for of late: half of it is forgotten after each half-life. */
export class RecentUse {
  private readonly uses = new Map<string, Use>();
  private swept = 0;

  constructor(
    private readonly halfLifeMilliseconds: number,
    private readonly now: () => number,
  ) {}

  /** What is remembered. */
  of(caller: string): number {
    const use = this.uses.get(caller);
    return use ? use.cost * 0.5 ** ((this.now() - use.at) / this.halfLifeMilliseconds) : 0;
  }

  /** Adds what somebody asks for. */
  add(caller: string, cost: number): void {
    const sum = this.of(caller) + cost;
    this.uses.set(caller, { cost: sum, at: this.now() });
    if (this.now() - this.swept >= this.halfLifeMilliseconds) this.sweep();
  }

  private sweep(): void {
    this.swept = this.now();
    for (const caller of this.uses.keys()) if (this.of(caller) < nothing) this.uses.delete(caller);
  }
}
