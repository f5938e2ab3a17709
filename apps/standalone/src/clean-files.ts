import { removeLeftovers } from '@haven/registry';
import { namesOf } from '@haven/server';
import { settle, type Parts } from './open-parts.js';

/** One of these may have told of a place; the vault is sealed, and beds are no places. */
const tables = ['registry.%', 'matching.%', 'bus.%', 'capacity.parked_event'];

/**
 * Takes out of the files what was shown of places that are confidential now, when there is something. Nothing is served
 * meanwhile, so it is done at the start and at the stop; what fails is tried again then.
 */
export async function cleanFiles(parts: Parts, say: (line: string) => void): Promise<void> {
  const { registry, bus, embedded, log } = parts;
  try {
    await removeLeftovers(registry, async () => {
      say('Removing old public data of places that are confidential now from the files …');
      // What is on its way still tells the old, so it arrives first.
      await settle(parts);
      await bus.compact();
      await embedded.rewrite(tables);
    });
  } catch (error) {
    log.error(
      namesOf(error),
      'The files still hold what was shown of places that are confidential now; it is tried again at the next start',
    );
  }
}
