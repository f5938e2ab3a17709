import type { Registry } from './ports.js';
import { publishWaiting } from './publish-services.js';

/**
 * For the start of a process: refuses vault keys that do not open what is sealed, before anything can be sealed with them,
 * then publishes what a crash left waiting. Rejects with a KeyProblem.
 */
export async function resumePublishing(registry: Registry): Promise<void> {
  await registry.transaction(({ vault }) => vault.failOnForeignKeys());
  await publishWaiting(registry);
}
