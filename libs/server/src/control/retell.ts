import type { Commands } from './commands.js';

/** Tells something anew; `onBatch` hears how many it has told of, the answer is how many in all. */
export type Retell = (onBatch: (done: number) => Promise<void>) => Promise<number>;

/** Tells one thing after the other anew, each under its name, and ends when that has taken effect as far as this process sees. */
export const retellCommand =
  (things: Readonly<Record<string, Retell>>, settled: () => Promise<void>): NonNullable<Commands['retell']> =>
  async (_request, tell) => {
    const told: Record<string, number> = {};
    for (const [name, retell] of Object.entries(things)) {
      told[name] = await retell((done) => tell({ progress: { done, total: null, what: `${name} told anew` } }));
    }
    await settled();
    await tell({ result: { told } });
  };
