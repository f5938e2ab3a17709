import { removeLeftovers } from '@haven/registry';
import { namesOf } from '@haven/server';
import { settle, type Parts } from './open-parts.js';

/** Tables that may have contained a place. The vault is sealed, and beds are no places. */
const tables = ['registry.%', 'matching.%', 'bus.%', 'capacity.parked_event'];

/**
 * If there is any, removes old public data of places that are confidential now from the files. Nothing is served meanwhile, so this runs at
 * the start and at the stop. A failure is retried at the next of these.
 */
export async function cleanFiles(parts: Parts, say: (line: string) => void): Promise<void> {
  const { registry, bus, embedded, log } = parts;
  try {
    await removeLeftovers(registry, async () => {
      say('Removing old public data of places that are confidential now from the files …');
      // Events under way still contain the old data, so they must arrive first.
      await settle(parts);
      await bus.compact();
      await embedded.rewrite(tables);
    });
  } catch (error) {
    log.error(
      namesOf(error),
      'The files still contain old public data of places that are confidential now; removing it will be retried at the next start',
    );
  }
}
