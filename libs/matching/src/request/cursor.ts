import { readCursor as placeOf, writeCursor as textOf } from '@haven/use-case';

/** A position in the matches of a need: the last match seen, and how many were seen. */
export interface Cursor {
  readonly serviceId: string;
  readonly seen: number;
}

const seenMost = 100_000;

/** An opaque text for the caller. It contains only the id and the count: no distance, no burden. */
export const writeCursor = ({ serviceId, seen }: Cursor): string => textOf(seen, serviceId);

/** Null: it is not one of our cursors. */
export function readCursor(text: string): Cursor | null {
  const [seen, serviceId, ...rest] = placeOf(text) ?? [];
  const isCount = Number.isInteger(seen) && (seen as number) >= 1 && (seen as number) <= seenMost;
  return isCount && typeof serviceId === 'string' && rest.length === 0 ? { serviceId, seen: seen as number } : null;
}
