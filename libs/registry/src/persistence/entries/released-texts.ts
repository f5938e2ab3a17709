import type { EntityManager } from 'typeorm';
import type { ReleasedTexts } from '../../ports.js';

/** Which texts were released, within one transaction. */
export const releasedTexts = (tx: EntityManager): ReleasedTexts => ({
  of: async (serviceIds) => {
    const rows = await tx.query<{ service_id: string; digest: string }[]>(
      'SELECT service_id, digest FROM registry.released_text WHERE service_id = ANY($1::text[])',
      [serviceIds],
    );
    return new Map(rows.map((row) => [row.service_id, row.digest]));
  },
  set: async (serviceId, digest) => {
    if (digest === null) await tx.query('DELETE FROM registry.released_text WHERE service_id = $1', [serviceId]);
    else
      await tx.query(
        `INSERT INTO registry.released_text (service_id, digest) VALUES ($1, $2) ON CONFLICT (service_id) DO UPDATE SET digest = excluded.digest`,
        [serviceId, digest],
      );
  },
});
