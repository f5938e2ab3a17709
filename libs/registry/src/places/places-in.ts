import { publicCellOf } from '@haven/kernel';
import { positionOf } from '../hsds/position.js';
import type { JsonObject } from '../hsds/record.js';
import { textOf } from '../reading/json-record.js';
import { placesOf } from './places-of-service.js';

/** Places of a nested service record, each with its cell; null if it has no position. */
export const placesIn = (service: JsonObject): ReadonlyMap<string, string | null> =>
  new Map(
    placesOf(service).flatMap((place): [string, string | null][] => {
      const id = textOf(place, 'id');
      const position = positionOf(place as JsonObject);
      return id === null ? [] : [[id, position && publicCellOf(position)]];
    }),
  );
