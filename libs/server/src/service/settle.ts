import { setTimeout as sleep } from 'node:timers/promises';
import type { Commands } from '../control/commands.js';
import type { ServiceParts } from './service-parts.js';

type Flow = Pick<ServiceParts, 'relay' | 'subscription'>;

/** Resolves when this process has published what it wrote, and has handled what was published for it. */
export async function settled({ relay, subscription }: Flow): Promise<void> {
  // The lag first: an event that is handled after the outbox was looked at could have put something into it.
  while (((await subscription?.lag()) ?? 0) + ((await relay?.backlog()) ?? 0) > 0) await sleep(50);
}

/** The same for the `haven` command line. */
export const settleCommand =
  (flow: Flow): NonNullable<Commands['settle']> =>
  async (_request, tell) => {
    await settled(flow);
    await tell({ result: { settled: true } });
  };
