import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { Leftovers } from '../ports.js';

/** The note about leftovers, within one transaction. */
export function leftovers(tx: EntityManager): Leftovers {
  return {
    note: async () => {
      await tx.query('INSERT INTO registry.leftover DEFAULT VALUES ON CONFLICT (only_row) DO UPDATE SET noted_at = excluded.noted_at');
    },
  };
}

/**
 * Lets `rewrite` remove old public data of places that are confidential now from the files, if there is any. Returns whether there was. If
 * it fails, the note stays.
 */
export async function removeLeftovers(database: Database, rewrite: () => Promise<void>): Promise<boolean> {
  const [noted] = await database.read((tx) => tx.query<{ at: string }[]>('SELECT noted_at::text AS at FROM registry.leftover'));
  if (!noted) return false;
  await rewrite();
  await database.transaction((tx) => tx.query('DELETE FROM registry.leftover WHERE noted_at = $1', [noted.at]));
  return true;
}
