/** The age of a count, in the unit that people would say. */
export type Age = { readonly minutes: number } | { readonly hours: number } | { readonly days: number };

const minute = 60_000;

/** Rounded down, but never negative: the clocks of two machines differ. */
export function ageOf(countedAt: string, now: number): Age {
  const minutes = Math.max(0, Math.floor((now - Date.parse(countedAt)) / minute));
  if (minutes < 60) return { minutes };
  return minutes < 48 * 60 ? { hours: Math.floor(minutes / 60) } : { days: Math.floor(minutes / (24 * 60)) };
}
