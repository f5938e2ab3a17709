/** Minutes from now to choose from; the API takes 15 to 240. */
const choices = [30, 60, 120, 240] as const;
/** A smaller extension would look like no change. */
const leastGainMilliseconds = 5 * 60_000;

/** The choices that extend a hold; shorter ones are left out. */
export function longerBy(expiresAt: string, now: number): { readonly minutes: number; readonly endsAt: string }[] {
  const ends = choices.map((minutes) => ({ minutes, at: now + minutes * 60_000 }));
  return ends
    .filter(({ at }) => at - Date.parse(expiresAt) >= leastGainMilliseconds)
    .map(({ minutes, at }) => ({ minutes, endsAt: new Date(at).toISOString() }));
}
