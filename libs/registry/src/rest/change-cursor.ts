import { readCursor, writeCursor } from '@haven/use-case';
import type { ChangePlace } from '../listing/published-listing.js';
import { refused } from './read-parameters.js';

/** An opaque position in the change feed. */
export const textOfPlace = ({ epoch, position, id }: ChangePlace): string => writeCursor(epoch, position, id);

/** Reads such a position; null means the beginning. Throws BadRequestException if it is not a Haven cursor. */
export function placeOf(text: string | null): ChangePlace | null {
  if (text === null) return null;
  const [epoch, position, id] = readCursor(text) ?? [];
  if (isWhole(epoch) && isWhole(position) && typeof id === 'string') return { epoch, position, id };
  throw refused('after', 'Give `next` of the page before, or leave it out.');
}

const isWhole = (value: unknown): value is string => typeof value === 'string' && /^\d{1,18}$/.test(value);
