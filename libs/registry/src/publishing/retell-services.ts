import type { Registry } from '../ports.js';
import { publishWaiting } from './publish-services.js';

/**
 * Publishes every service again, withdrawn ones included, in events that are newer than all before: for followers that know a later
 * state than a restored database, or nothing any more. What a crash leaves waits on. Answers how many services were looked at.
 */
export async function retellServices(registry: Registry, onBatch?: (done: number) => Promise<void>): Promise<number> {
  await registry.transaction((tx) => tx.leapSequences());
  await registry.transaction(async (tx) => {
    await tx.dirty.markAll();
    await tx.entries.forgetTold();
  });
  return publishWaiting(registry, onBatch);
}
