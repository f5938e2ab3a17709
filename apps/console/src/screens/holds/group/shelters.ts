/** A shelter where some of a group could go. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly free: number;
  readonly meters: number | null;
}

/** The most shelters that one plan takes. */
export const candidatesMax = 50;

/** One list of what was found for several parties: what is best for any of them first, each shelter once. */
export function mergeFound(found: readonly (readonly Candidate[])[]): Candidate[] {
  const best = new Map<string, { readonly rank: number; readonly shelter: Candidate }>();
  for (const list of found)
    for (const [rank, shelter] of list.entries()) {
      const known = best.get(shelter.id);
      if (!known || rank < known.rank) best.set(shelter.id, { rank, shelter });
    }
  return [...best.values()]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, candidatesMax)
    .map(({ shelter }) => shelter);
}
