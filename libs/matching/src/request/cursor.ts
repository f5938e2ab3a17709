import { readCursor as placeOf, writeCursor as textOf } from '@haven/use-case';

/** Up to where somebody has seen the matches of a need: the last one, and how many there were. */
export interface Cursor {
  readonly serviceId: string;
  readonly seen: number;
}

const seenMost = 100_000;

/** As a caller passes it on, who need not read it. Nothing but the id and the count is in it: no distance, no burden. */
export const writeCursor = ({ serviceId, seen }: Cursor): string => textOf(seen, serviceId);

/** null: nobody here wrote it. */
export function readCursor(text: string): Cursor | null {
  const [seen, serviceId, ...rest] = placeOf(text) ?? [];
  const isCount = Number.isInteger(seen) && (seen as number) >= 1 && (seen as number) <= seenMost;
  return isCount && typeof serviceId === 'string' && rest.length === 0 ? { serviceId, seen: seen as number } : null;
}
