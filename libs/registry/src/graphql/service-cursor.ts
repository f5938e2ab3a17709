import { badUserInput } from '@haven/graphql';
import { readCursor, writeCursor } from '@haven/use-case';
import type { ServiceCursor } from '../search/service-query.js';

/** An opaque position in the list of services. */
export const encodeCursor = ({ sortName, id }: ServiceCursor): string => encodePair(sortName, id);

/** The position in a cursor; BAD_USER_INPUT if the cursor is not one of ours. */
export function decodeCursor(cursor: string): ServiceCursor {
  const [sortName, id] = decodePair(cursor);
  return { sortName, id };
}

/** An opaque position in a list, by sort value and id. */
export const encodePair = (order: string, id: string): string => writeCursor(order, id);

/** Reads such a position; BAD_USER_INPUT if it is not one of ours. */
export function decodePair(cursor: string): readonly [order: string, id: string] {
  const place = readCursor(cursor) ?? [];
  const [order, id] = place;
  if (place.length === 2 && typeof order === 'string' && typeof id === 'string') return [order, id];
  throw notOurs();
}

/** The same for a list that begins with the oldest. */
export function decodeSince(cursor: string): readonly [since: string, id: string] {
  const place = decodePair(cursor);
  if (Number.isNaN(Date.parse(place[0]))) throw notOurs();
  return place;
}

/** BAD_USER_INPUT about a cursor. */
export const notOurs = (): Error => badUserInput([{ path: 'after', message: 'Give the endCursor of a page, or leave it out.' }]);
