/** Minutes from now that can be chosen; the graph takes 15 to 240. */
const choices = [30, 60, 120, 240] as const;
/** Less would look as if nothing had happened. */
const leastGainMilliseconds = 5 * 60_000;

/** Until when a hold can last: only what makes it longer. */
export function longerBy(expiresAt: string, now: number): { readonly minutes: number; readonly endsAt: string }[] {
  const ends = choices.map((minutes) => ({ minutes, at: now + minutes * 60_000 }));
  return ends
    .filter(({ at }) => at - Date.parse(expiresAt) >= leastGainMilliseconds)
    .map(({ minutes, at }) => ({ minutes, endsAt: new Date(at).toISOString() }));
}
