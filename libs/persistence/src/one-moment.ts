import type { EntityManager } from 'typeorm';

/** Runs `work` in one transaction. */
export type Transaction = <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>;

/** Runs `work`, which only reads, so that all it sees is of one moment. */
export type Look = <T>(work: (reader: EntityManager) => Promise<T>) => Promise<T>;

/** Reads in one snapshot. */
export const lookInSnapshot =
  (transaction: Transaction): Look =>
  (work) =>
    transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return work(tx);
    });

/** What this process commits. */
export class Commits {
  private begun = 0;
  private underWay = 0;

  /** A transaction that is counted from before the database is told to commit: the answer may come late. */
  async count<T>(transaction: Transaction, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    let isCounted = false;
    try {
      return await transaction(async (tx) => {
        const result = await work(tx);
        isCounted = true;
        this.begun += 1;
        this.underWay += 1;
        return result;
      });
    } finally {
      if (isCounted) this.underWay -= 1;
    }
  }

  /** Answers whether nothing was committed since this was called; null: a commit is under way, so that this cannot be told. */
  since(): (() => boolean) | null {
    const { begun } = this;
    return this.underWay > 0 ? null : () => begun === this.begun;
  }
}

/**
 * For a database of one session, where a transaction keeps everybody else waiting: reads without one, and in a snapshot only if
 * something was committed meanwhile. Then `work` runs twice.
 */
export const lookUnlessChanged =
  (reader: EntityManager, commits: Commits, inSnapshot: Look): Look =>
  async (work) => {
    const isUnchanged = commits.since();
    if (!isUnchanged) return inSnapshot(work);
    const [seen] = await Promise.allSettled([work(reader)]);
    if (!isUnchanged()) return inSnapshot(work);
    if (seen.status === 'rejected') throw seen.reason;
    return seen.value;
  };
