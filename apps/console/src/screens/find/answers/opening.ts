import type { Match } from '../queries';

/** How the hours of an entry are told: by the clock alone today, with the day in this week, else with the date. */
export interface ToldOpening {
  readonly isOpen: boolean;
  /** When it closes, or opens. */
  readonly next: { readonly at: string; readonly form: 'time' | 'dayTime' | 'dateTime' } | null;
}

const hour = 3_600_000;
/** A clock time names one moment for that long. */
const clockHours = 20;
/** The name of a day names one day for that long. */
const weekHours = 6 * 24;

/** What an entry says of its hours; null: they are not known, or have changed since the answer. */
export function openingOf(
  { openNow, opensAt, closesAt }: Pick<Match, 'openNow' | 'opensAt' | 'closesAt'>,
  now: number,
): ToldOpening | null {
  if (openNow === null) return null;
  const at = openNow ? closesAt : opensAt;
  if (!at) return { isOpen: openNow, next: null };
  const away = Date.parse(at) - now;
  return away > 0 ? { isOpen: openNow, next: { at, form: formOf(away) } } : null;
}

function formOf(away: number): 'time' | 'dayTime' | 'dateTime' {
  if (away < clockHours * hour) return 'time';
  return away < weekHours * hour ? 'dayTime' : 'dateTime';
}
