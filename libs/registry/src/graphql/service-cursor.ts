import { badUserInput } from '@haven/graphql';
import type { ServiceCursor } from '../search/service-query.js';

/** Opaque text of a place in the list of services. */
export const encodeCursor = ({ sortName, id }: ServiceCursor): string => encodePair(sortName, id);

/** The place that a cursor names; BAD_USER_INPUT when it is not one of ours. */
export function decodeCursor(cursor: string): ServiceCursor {
  const [sortName, id] = decodePair(cursor);
  return { sortName, id };
}

/** Opaque text of a place in a list, by what orders it and its id. */
export const encodePair = (order: string, id: string): string => Buffer.from(JSON.stringify([order, id])).toString('base64url');

/** The reverse; BAD_USER_INPUT when it is not one of ours. */
export function decodePair(cursor: string): readonly [order: string, id: string] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string' && !part.includes('\0'))) {
      return [value[0] as string, value[1] as string];
    }
  } catch {
    // Falls through: whatever it is, it is no cursor.
  }
  throw badUserInput([{ path: 'after', message: 'Give the endCursor of a page, or leave it out.' }]);
}
