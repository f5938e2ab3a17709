/** What a rebuild needs of the subscription that feeds the read model. */
interface Replayable {
  lag(): Promise<number>;
  replay(prepare: () => Promise<void>): Promise<void>;
}

const pollMs = 50;

/** Drops the read model and builds it again from every event that the bus has; resolves when it has caught up. */
export async function rebuildMatching(subscription: Replayable, empty: () => Promise<void>): Promise<void> {
  await subscription.replay(empty);
  while ((await subscription.lag()) > 0) await new Promise((resolve) => setTimeout(resolve, pollMs));
}
