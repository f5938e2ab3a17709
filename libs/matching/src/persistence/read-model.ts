import type { Database } from '@haven/persistence';
import type { MatchView, Projection, ReadModel } from '../application/ports.js';
import type { MatchRequest } from '../domain/request.js';
import { removeBeds, storeBeds } from './bed-projection.js';
import { nearestOf } from './nearest.js';
import { entriesById, parseOnce, providersById, type Parse } from './providers.js';
import { reading, type Reading } from './reading.js';
import { removeService, storeService } from './service-projection.js';
import { consideredOf, listedOf, spotsBeyond } from './spots.js';

/** Looks without a snapshot before one is taken. */
const glances = 3;

/**
 * The read model in PostGIS. Most looks need no snapshot, which would take a transaction: it costs round trips, and keeps everybody
 * else waiting where the database has one session.
 */
export const openReadModel = (database: Database): ReadModel => {
  const parsers = new WeakMap<MatchRequest, Parse>();
  const parserOf = (request: MatchRequest): Parse => {
    const parse = parsers.get(request) ?? parseOnce();
    parsers.set(request, parse);
    return parse;
  };
  const viewOf = (through: Reading): MatchView => ({
    nearest: (request, category, way) => nearestOf(through, request, category, way, parserOf(request)),
    considered: (request, category) => consideredOf(through, request, category),
    spotsBeyond: (request, category) => spotsBeyond(through, request, category),
    listed: (category) => listedOf(through, category),
    providers: (request, ids) => providersById(through, request, ids, parserOf(request)),
    entries: (ids) => entriesById(through, ids),
  });
  return {
    async look(work) {
      for (let glance = 0; glance < glances; glance += 1) {
        const through = reading(database.dataSource.manager);
        const [seen] = await Promise.allSettled([work(viewOf(through))]);
        if (!through.witness.isSteady) continue;
        if (seen.status === 'rejected') throw seen.reason;
        return seen.value;
      }
      return database.snapshot((tx) => work(viewOf(reading(tx))));
    },
  };
};

/** Writes the read model. */
export const projection: Projection = { storeService, removeService, storeBeds, removeBeds };
