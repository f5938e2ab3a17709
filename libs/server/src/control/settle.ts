import type { Commands } from './commands.js';

/** Tells the `haven` command line when every event so far has taken effect, as far as this process sees. */
export const settleCommand =
  (settled: () => Promise<void>): NonNullable<Commands['settle']> =>
  async (_request, tell) => {
    await settled();
    await tell({ result: { settled: true } });
  };
