import type { EntityManager } from 'typeorm';
import type { ImportRun, Deferrals } from '../ports.js';
import { keyText, type RecordKey } from '../hsds/relation.js';
import { givenKeys } from './record-sql.js';

/** What imports defer, within one transaction. */
export function deferrals(tx: EntityManager): Deferrals {
  return {
    add: (importRun, keys) => add(tx, importRun, keys),
    isLeftBehind: async ({ source, run }) => {
      const rows = await tx.query<unknown[]>('SELECT 1 FROM registry.import_hold WHERE source = $1 AND run <> $2 LIMIT 1', [source, run]);
      return rows.length > 0;
    },
    takeOver: async ({ source, run }, keys) => {
      await tx.query(
        `UPDATE registry.import_hold h SET run = $3 FROM ${givenKeys} WHERE h.source = $2 AND h.object = given.object AND h.id = given.id`,
        [JSON.stringify(keys), source, run],
      );
    },
    release: async ({ source, run }) => {
      // Places first: a transaction that passes a deferral from a place to a service has locked the place's row, so this waits for it.
      for (const object of ['location', 'service']) {
        await tx.query('DELETE FROM registry.import_hold WHERE source = $1 AND run = $2 AND object = $3', [source, run, object]);
      }
    },
    deferredAfter: async ({ source, run }, object, id, limit) => {
      const rows = await tx.query<{ id: string }[]>(
        `SELECT id FROM registry.import_hold WHERE source = $1 AND run = $2 AND object = $3 AND id > $4 ORDER BY id LIMIT $5`,
        [source, run, object, id, limit],
      );
      return rows.map(({ id }) => id);
    },
    among: async (keys) => {
      if (keys.length === 0) return new Set();
      const rows = await tx.query<RecordKey[]>(
        `SELECT DISTINCT h.object, h.id FROM ${givenKeys} JOIN registry.import_hold h ON h.object = given.object AND h.id = given.id`,
        [JSON.stringify(keys)],
      );
      return new Set(rows.map(keyText));
    },
    passOn: async (locationId, serviceId) => {
      await tx.query(
        `INSERT INTO registry.import_hold (source, object, id, run)
         SELECT source, 'service', $2::text, run FROM (
           SELECT source, run FROM registry.import_hold WHERE object = 'location' AND id = $1 FOR SHARE) AS of_place
         ON CONFLICT DO NOTHING`,
        [locationId, serviceId],
      );
    },
  };
}

async function add(tx: EntityManager, { source, run }: ImportRun, keys: readonly RecordKey[]): Promise<void> {
  if (keys.length === 0) return;
  // Ordered, so that two transactions that defer the same records cannot deadlock.
  await tx.query(
    `INSERT INTO registry.import_hold (source, object, id, run)
     SELECT DISTINCT $2::text, object, id, $3::text FROM ${givenKeys} ORDER BY object, id
     ON CONFLICT (source, object, id) DO UPDATE SET run = excluded.run`,
    [JSON.stringify(keys), source, run],
  );
}
