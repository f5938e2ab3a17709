const hourMilliseconds = 3_600_000;
/** The API allows at most a year ahead. */
const mostDays = 366;

/** This many hours from now, rounded to the minute, since nobody reads seconds aloud. */
export const inHours = (hours: number, now: number): string =>
  new Date(Math.ceil((now + hours * hourMilliseconds) / 60_000) * 60_000).toISOString();

/** The instant of a date-and-time field, in the zone of this device, which is in the shelter; null: past, or more than a year ahead. */
export function atLocalTime(value: string, now: number): string | null {
  const at = Date.parse(value);
  if (Number.isNaN(at) || at <= now || at > now + mostDays * 24 * hourMilliseconds) return null;
  return new Date(at).toISOString();
}
