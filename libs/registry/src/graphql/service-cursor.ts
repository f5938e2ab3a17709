import { badUserInput } from '@haven/graphql';
import { readCursor, writeCursor } from '@haven/use-case';
import type { ServiceCursor } from '../search/service-query.js';

/** Opaque text of a place in the list of services. */
export const encodeCursor = ({ sortName, id }: ServiceCursor): string => encodePair(sortName, id);

/** The place that a cursor names; BAD_USER_INPUT when it is not one of ours. */
export function decodeCursor(cursor: string): ServiceCursor {
  const [sortName, id] = decodePair(cursor);
  return { sortName, id };
}

/** Opaque text of a place in a list, by what orders it and its id. */
export const encodePair = (order: string, id: string): string => writeCursor(order, id);

/** The reverse; BAD_USER_INPUT when it is not one of ours. */
export function decodePair(cursor: string): readonly [order: string, id: string] {
  const place = readCursor(cursor) ?? [];
  const [order, id] = place;
  if (place.length === 2 && typeof order === 'string' && typeof id === 'string') return [order, id];
  throw notOurs();
}

/** The same of a list whose oldest come first. */
export function decodeSince(cursor: string): readonly [since: string, id: string] {
  const place = decodePair(cursor);
  if (Number.isNaN(Date.parse(place[0]))) throw notOurs();
  return place;
}

/** BAD_USER_INPUT about a cursor. */
export const notOurs = (): Error => badUserInput([{ path: 'after', message: 'Give the endCursor of a page, or leave it out.' }]);
