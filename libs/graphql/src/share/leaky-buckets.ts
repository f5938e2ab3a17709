import { Fading } from './fading.js';

/** Limits the cost of each caller with a leaky bucket: it drains at a fixed rate. */
export class LeakyBuckets {
  private readonly levels: Fading;

  constructor(
    private readonly perSecond: number,
    private readonly most: number,
    now: () => number,
  ) {
    this.levels = new Fading((level, milliseconds) => Math.max(0, level - (milliseconds / 1_000) * perSecond), now);
  }

  /** Adds the cost if there is room and returns 0; otherwise adds nothing and returns the whole seconds until there is room. */
  add(caller: string, cost: number): number {
    const level = this.levels.of(caller);
    const over = level + cost - this.most;
    // A caller with an empty bucket may always do one thing.
    if (over > 0 && level > 0) return Math.max(1, Math.ceil(over / this.perSecond));
    this.levels.add(caller, cost);
    return 0;
  }
}
