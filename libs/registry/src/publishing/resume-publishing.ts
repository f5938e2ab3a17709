import type { Registry } from '../ports.js';
import { publishWaiting } from './publish-services.js';
import { readAnew } from './read-anew.js';

/**
 * Call this when the process starts. It refuses vault keys that do not open sealed records, before anything can be sealed with them, then
 * publishes services left waiting by a crash. Rejects with a KeyProblem.
 */
export async function resumePublishing(registry: Registry): Promise<void> {
  await registry.transaction(({ vault }) => vault.failOnForeignKeys());
  await adoptOlder(registry);
  await readAnew(registry);
  await publishWaiting(registry);
}

/** Moves data of the version before to its present place; a crash in between leaves the rest for the next start. */
async function adoptOlder(registry: Registry): Promise<void> {
  for (let moved = 1; moved > 0;) {
    moved = await registry.transaction(async ({ vault, leftovers }) => {
      const count = await vault.adoptOlder();
      if (count > 0) await leftovers.note();
      return count;
    });
  }
}
