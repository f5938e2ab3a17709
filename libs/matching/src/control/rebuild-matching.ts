/** The part of a subscription that a rebuild uses. */
interface Replayable {
  lag(): Promise<number>;
  replay(prepare: () => Promise<void>): Promise<void>;
}

/** Called with the number of events that are applied. */
export type RebuildProgress = (done: number, total: number) => Promise<void>;

/** Counting the events that are left takes longer than handling some of them. */
const pollMs = 250;

/** Drops the read model and builds it again from every event that the bus has. Resolves when it has caught up. */
export async function rebuildMatching(subscription: Replayable, empty: () => Promise<void>, tell: RebuildProgress): Promise<void> {
  await subscription.replay(empty);
  for (let total = 0; ;) {
    const behind = await subscription.lag();
    total = Math.max(total, behind);
    await tell(total - behind, total);
    if (behind === 0) return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
