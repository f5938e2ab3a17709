import type { Match } from '../queries';

/** How an entry shows its hours: with the time for today, the weekday for this week, else the date. */
export interface ShownOpening {
  readonly isOpen: boolean;
  /** When it closes, or opens. */
  readonly next: { readonly at: string; readonly form: 'time' | 'dayTime' | 'dateTime' } | null;
}

const hour = 3_600_000;
/** A time of day is unambiguous for this many hours. */
const clockHours = 20;
/** A weekday is unambiguous for this many hours. */
const weekHours = 6 * 24;

/** The hours that an entry shows; null: they are unknown, or have changed since the answer. */
export function openingOf(
  { openNow, opensAt, closesAt }: Pick<Match, 'openNow' | 'opensAt' | 'closesAt'>,
  now: number,
): ShownOpening | null {
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
