import type { Database } from '@haven/persistence';
import type { Projection, ReadModel } from '../application/ports.js';
import { removeBeds, storeBeds } from './bed-projection.js';
import { entriesById, parseOnce, providersById } from './providers.js';
import { spotsBeyond, spotsWithin } from './spots.js';
import { removeService, storeService } from './service-projection.js';

/** The read model in PostGIS; one snapshot for each question, so that a match never mixes two moments. */
export const openReadModel = (database: Database): ReadModel => ({
  look: (work) =>
    database.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const parse = parseOnce();
      return work({
        spotsWithin: (request, category) => spotsWithin(tx, request, category),
        spotsBeyond: (request, category) => spotsBeyond(tx, request, category),
        providers: (request, ids) => providersById(tx, request, ids, parse),
        entries: (ids) => entriesById(tx, ids),
      });
    }),
});

/** Writes the read model. */
export const projection: Projection = { storeService, removeService, storeBeds, removeBeds };
