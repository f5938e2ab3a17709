import { Fading } from './fading.js';

/** Limits what each caller may cost: what comes in flows out at a fixed rate. */
export class LeakyBuckets {
  private readonly levels: Fading;

  constructor(
    private readonly perSecond: number,
    private readonly most: number,
    now: () => number,
  ) {
    this.levels = new Fading((level, milliseconds) => Math.max(0, level - (milliseconds / 1_000) * perSecond), now);
  }

  /** Adds it where there is room and answers 0; else adds nothing and answers in how many whole seconds there is. */
  add(caller: string, cost: number): number {
    const level = this.levels.of(caller);
    const over = level + cost - this.most;
    // Whoever has used nothing may always do one thing.
    if (over > 0 && level > 0) return Math.max(1, Math.ceil(over / this.perSecond));
    this.levels.add(caller, cost);
    return 0;
  }
}
