import { folded, publicCellOf, type Position } from '@haven/kernel';
import type { PlaceEntry } from '../meaning/service-input.js';

/** A place of a service, as the registry knows it. */
export interface KnownPlace {
  readonly id: string;
  readonly name: string | null;
  readonly position: Position | null;
  /** Public cell of a confidential place; undefined: the place is public. */
  readonly cell: string | null | undefined;
}

/**
 * The known place that an entry means, or null if it is new. A confidential place stays the same only inside its cell. A place never
 * changes between public and confidential, because its old id is tied to what was shown.
 */
export function samePlace(entry: PlaceEntry, known: readonly KnownPlace[]): KnownPlace | null {
  const possible = known.filter((place) =>
    entry.visibility === 'CONFIDENTIAL' ? place.cell === publicCellOf(entry) : place.cell === undefined,
  );
  const byName = possible.find(({ name }) => isSameName(name, entry.name));
  if (entry.visibility === 'CONFIDENTIAL') return byName ?? possible[0] ?? null;
  return possible.find(({ position }) => isAt(position, entry)) ?? byName ?? null;
}

/** Whether both have names that look alike to a person who types them. */
export const isSameName = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && (one === other || (folded(one) !== '' && folded(one) === folded(other)));

/** Whether the position is exactly the one that an entry gives. */
export const isAt = (position: Position | null, entry: PlaceEntry): boolean =>
  position !== null && position.latitude === entry.latitude && position.longitude === entry.longitude;

/** The places of an entry with their existing ids, or new ones. */
export function identified(
  entries: readonly PlaceEntry[],
  known: readonly KnownPlace[],
  newId: () => string,
): { id: string; place: PlaceEntry }[] {
  const free = new Map(known.map((place) => [place.id, place]));
  return entries.map((place) => {
    const same = samePlace(place, [...free.values()]);
    if (same) free.delete(same.id);
    return { id: same?.id ?? newId(), place };
  });
}
