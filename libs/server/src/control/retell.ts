import type { Commands } from './commands.js';

/** Publishes one kind of thing again. `onBatch` gets the number so far, and the answer is the total. */
export type Retell = (onBatch: (done: number) => Promise<void>) => Promise<number>;

/** Publishes one kind of thing after the other again, each with its name. Ends when that has taken effect, as far as this process sees. */
export const retellCommand =
  (things: Readonly<Record<string, Retell>>, settled: () => Promise<void>): NonNullable<Commands['retell']> =>
  async (_request, tell) => {
    const told: Record<string, number> = {};
    for (const [name, retell] of Object.entries(things)) {
      told[name] = await retell((done) => tell({ progress: { done, total: null, what: `${name} published again` } }));
    }
    await settled();
    await tell({ result: { told } });
  };
