/** A shelter that could take some of a group. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly free: number;
  readonly meters: number | null;
}

/** The most shelters of one plan. */
export const candidatesMax = 50;

/** Merges the shelters found for several parties into one list: the best of each party first, each shelter once. */
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
