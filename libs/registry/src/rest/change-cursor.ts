import { readCursor, writeCursor } from '@haven/use-case';
import type { ChangePlace } from '../listing/published-listing.js';
import { refused } from './read-parameters.js';

/** Opaque text of a position in the feed. */
export const textOfPlace = ({ epoch, position, id }: ChangePlace): string => writeCursor(epoch, position, id);

/** The reverse; null: the beginning. Throws BadRequestException if it is no Haven cursor. */
export function placeOf(text: string | null): ChangePlace | null {
  if (text === null) return null;
  const [epoch, position, id] = readCursor(text) ?? [];
  if (isWhole(epoch) && isWhole(position) && typeof id === 'string') return { epoch, position, id };
  throw refused('after', 'Give `next` of the page before, or leave it out.');
}

const isWhole = (value: unknown): value is string => typeof value === 'string' && /^\d{1,18}$/.test(value);
