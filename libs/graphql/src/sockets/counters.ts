/** A counted member, until it leaves. */
export interface Member {
  /** The number of members with the same name, including this one. */
  readonly count: number;
  moveTo(name: string): void;
  leave(): void;
}

/** Counts open things by name. */
export class Counters {
  private readonly counts = new Map<string, number>();

  /** Counts one more under the name. */
  of(name: string): Member {
    let current = name;
    this.add(current, 1);
    const countOf = () => this.counts.get(current) ?? 0;
    return {
      get count() {
        return countOf();
      },
      moveTo: (next) => {
        this.add(current, -1);
        this.add(next, 1);
        current = next;
      },
      leave: () => this.add(current, -1),
    };
  }

  private add(name: string, change: number): void {
    const count = (this.counts.get(name) ?? 0) + change;
    if (count > 0) this.counts.set(name, count);
    else this.counts.delete(name);
  }
}
