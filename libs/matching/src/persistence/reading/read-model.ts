import type { Database } from '@haven/persistence';
import type { MatchView, ReadModel } from '../../ports.js';
import { removeBeds, storeBeds } from '../projection/bed-projection.js';
import { servicesBeyond } from './beyond.js';
import { nearestOf } from './nearest.js';
import { entriesById } from './providers.js';
import { newMemory, reading, type Reading } from './reading.js';
import { removeServices, storeServices } from '../projection/service-projection.js';
import { consideredOf, listedOf } from './spots.js';
import { unplacedOf, unplacedServices } from './unplaced.js';

/** Attempts without a snapshot, before one is taken. */
const glances = 3;

/**
 * The read model in PostGIS. Most reads need no snapshot. A snapshot takes a transaction, which costs round trips and makes everybody else
 * wait if the database has one session.
 */
export const openReadModel = (database: Database): ReadModel => {
  const memory = newMemory();
  const viewOf = (through: Reading): MatchView => ({
    nearest: (request, category, way) => nearestOf(through, request, category, way),
    unplaced: (request, category, of) => unplacedServices(through, request, category, of),
    considered: async (request, category) =>
      (await consideredOf(through, request, category)) + (await unplacedOf(through, request, category)),
    beyond: (request, category, most) => servicesBeyond(through, request, category, most),
    listed: (category) => listedOf(through, category),
    entries: (ids) => entriesById(through, ids),
  });
  return {
    async look(work) {
      for (let glance = 0; glance < glances; glance += 1) {
        const through = reading(database.single, memory);
        const [seen] = await Promise.allSettled([work(viewOf(through))]);
        if (!through.witness.isSteady) continue;
        if (seen.status === 'rejected') throw seen.reason;
        return seen.value;
      }
      return database.snapshot((tx) => work(viewOf(reading(tx, memory))));
    },
  };
};

/** Writes the read model. */
export const projection = { storeServices, removeServices, storeBeds, removeBeds };
