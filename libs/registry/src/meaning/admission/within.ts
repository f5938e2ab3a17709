import type { AgeBounds } from '@haven/kernel';

/** The ages within both. */
export function narrowest(clause: AgeBounds, limits: AgeBounds): AgeBounds {
  const { minimumAge, exactMinimumAge } = (limits.minimumAge ?? -1) >= (clause.minimumAge ?? 0) ? limits : clause;
  const { maximumAge, exactMaximumAge } = (limits.maximumAge ?? Infinity) <= (clause.maximumAge ?? Infinity) ? limits : clause;
  return {
    minimumAge,
    maximumAge,
    ...(exactMinimumAge !== undefined && { exactMinimumAge }),
    ...(exactMaximumAge !== undefined && { exactMaximumAge }),
  };
}
