import type { Database } from '@haven/persistence';
import type { Projection, ReadModel } from '../application/ports.js';
import { removeBeds, storeBeds } from './bed-projection.js';
import { servicesById, sitesBeyond, sitesWithin } from './candidate-sites.js';
import { removeService, storeService } from './service-projection.js';

/** The read model in PostGIS; one snapshot for each question, so that a match never mixes two moments. */
export const openReadModel = (database: Database): ReadModel => ({
  look: (work) =>
    database.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return work({
        sitesWithin: (request, category) => sitesWithin(tx, request, category),
        sitesBeyond: (request, category) => sitesBeyond(tx, request, category),
        services: (ids) => servicesById(tx, ids),
      });
    }),
});

/** Writes the read model. */
export const projection: Projection = { storeService, removeService, storeBeds, removeBeds };
