import type { Registry } from '../ports.js';
import { publishWaiting } from './publish-services.js';
import { readAnew } from './read-anew.js';

/**
 * For the start of a process: refuses vault keys that do not open what is sealed, before anything can be sealed with them,
 * then publishes what a crash left waiting. Rejects with a KeyProblem.
 */
export async function resumePublishing(registry: Registry): Promise<void> {
  await registry.transaction(({ vault }) => vault.failOnForeignKeys());
  await adoptOlder(registry);
  await readAnew(registry);
  await publishWaiting(registry);
}

/** What the version before stored moves to where it belongs now; a crash in between leaves the rest for the next start. */
async function adoptOlder(registry: Registry): Promise<void> {
  for (let moved = 1; moved > 0;) {
    moved = await registry.transaction(async ({ vault, leftovers }) => {
      const count = await vault.adoptOlder();
      if (count > 0) await leftovers.note();
      return count;
    });
  }
}
