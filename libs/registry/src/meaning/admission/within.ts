import type { AgeBounds } from '@haven/kernel';

/** The ages within both. */
function narrowest(clause: AgeBounds, limits: AgeBounds): AgeBounds {
  const { minimumAge, exactMinimumAge } = (limits.minimumAge ?? -1) >= (clause.minimumAge ?? 0) ? limits : clause;
  const { maximumAge, exactMaximumAge } = (limits.maximumAge ?? Infinity) <= (clause.maximumAge ?? Infinity) ? limits : clause;
  return {
    minimumAge,
    maximumAge,
    ...(exactMinimumAge !== undefined && { exactMinimumAge }),
    ...(exactMaximumAge !== undefined && { exactMaximumAge }),
  };
}

/** Each clause within these limits, without those whose ages are all outside. */
export const within = <T extends AgeBounds>(clauses: readonly T[], limits: AgeBounds): readonly T[] =>
  clauses
    .map((clause) => ({ ...clause, ...narrowest(clause, limits) }))
    .filter(({ minimumAge, maximumAge }) => (minimumAge ?? 0) <= (maximumAge ?? Infinity));
