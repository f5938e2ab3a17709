import type { ChangePlace } from '../listing/published-listing.js';
import { refused } from './read-parameters.js';

/** Opaque text of a place in the feed. */
export const textOfPlace = ({ epoch, position, id }: ChangePlace): string =>
  Buffer.from(JSON.stringify([epoch, position, id])).toString('base64url');

/** The reverse; null: the beginning. Throws BadRequestException when it is none of ours. */
export function placeOf(text: string | null): ChangePlace | null {
  if (text === null) return null;
  try {
    const [epoch, position, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (isWhole(epoch) && isWhole(position) && typeof id === 'string' && !id.includes('\0')) return { epoch, position, id };
  } catch {
    // Falls through: whatever it is, it is no place in the feed.
  }
  throw refused('after', 'Give `next` of the page before, or leave it out.');
}

const isWhole = (value: unknown): value is string => typeof value === 'string' && /^\d{1,18}$/.test(value);
