import type { Registry } from '../ports.js';
import { publishWaiting } from './publish-services.js';

/**
 * Publishes every service again, withdrawn ones included, in events newer than any before. Use it when consumers know a later state than
 * the restored database, or have lost theirs. After a crash the rest keeps waiting. Answers how many services were checked.
 */
export async function retellServices(registry: Registry, onBatch?: (done: number) => Promise<void>): Promise<number> {
  await registry.transaction((tx) => tx.leapSequences());
  await registry.transaction(async (tx) => {
    await tx.dirty.markAll();
    await tx.entries.forgetDigests();
  });
  return publishWaiting(registry, onBatch);
}
