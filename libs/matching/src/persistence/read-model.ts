import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { MatchView, Projection, ReadModel } from '../application/ports.js';
import type { MatchRequest } from '../domain/request.js';
import { removeBeds, storeBeds } from './bed-projection.js';
import { entriesById, parseOnce, providersById, type Parse } from './providers.js';
import { spotsBeyond, spotsWithin } from './spots.js';
import { removeService, storeService } from './service-projection.js';

/** The read model in PostGIS; one snapshot for each look, so that the answer to a need never mixes two moments. */
export const openReadModel = (database: Database): ReadModel => {
  const parsers = new WeakMap<MatchRequest, Parse>();
  const parserOf = (request: MatchRequest): Parse => {
    const parse = parsers.get(request) ?? parseOnce();
    parsers.set(request, parse);
    return parse;
  };
  const viewOf = (tx: EntityManager): MatchView => ({
    spotsWithin: (request, category) => spotsWithin(tx, request, category),
    spotsBeyond: (request, category) => spotsBeyond(tx, request, category),
    providers: (request, ids) => providersById(tx, request, ids, parserOf(request)),
    entries: (ids) => entriesById(tx, ids),
  });
  return { look: (work) => database.look((reader) => work(viewOf(reader))) };
};

/** Writes the read model. */
export const projection: Projection = { storeService, removeService, storeBeds, removeBeds };
