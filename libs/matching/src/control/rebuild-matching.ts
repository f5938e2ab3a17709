/** What a rebuild needs of the subscription that feeds the read model. */
interface Replayable {
  lag(): Promise<number>;
  replay(prepare: () => Promise<void>): Promise<void>;
}

/** Hears how many of the events are applied. */
export type RebuildProgress = (done: number, total: number) => Promise<void>;

/** To count what is left takes longer than to handle some of it. */
const pollMs = 250;

/** Drops the read model and builds it again from every event that the bus has; resolves when it has caught up. */
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
