/** A time of day, read from a directory. */
export interface TimeOfDay {
  /** After midnight. */
  readonly minutes: number;
  /** The offset from UTC, like +07:00; null if there is none. */
  readonly offset: string | null;
}

const time = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?\s*(z|[+-]\d{1,2}(?::?[0-5]\d)?)?$/i;
export const dayMinutes = 1440;

/** Reads "9:30", "09:30:00", "9:30 pm", "09:30Z" and "09:30+07:00"; null for any other text. */
export function readTime(text: string): TimeOfDay | null {
  const [whole, hours, minutes, seconds, half, offset] = time.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const hour = hourOf(Number(hours), half?.toLowerCase());
  const total = hour === null ? Number.NaN : hour * 60 + Number(minutes) + (Number(seconds) === 59 ? 1 : 0);
  const clock = offset === undefined ? null : readOffset(offset);
  return total <= dayMinutes && (offset === undefined || clock !== null) ? { minutes: total, offset: clock } : null;
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'p' ? 12 : 0) : null;
}

/** No place is farther from UTC. */
const mostOffsetHours = 14;

/** Reads "Z", "+7", "+0700", "UTC+7" and "-03:30"; null if no place on Earth has this offset. */
export function readOffset(text: string): string | null {
  const [whole, sign, hours, minutes = '00'] = /^(?:UTC|GMT)?(?:([+-])(\d{1,2})(?::?([0-5]\d))?)?Z?$/i.exec(text.trim()) ?? [];
  if (!whole) return null;
  return offsetText((sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes)));
}

/** The offset as text, from a number of hours in the field `timezone`. */
export const offsetOfHours = (hours: number): string | null => (Number.isInteger(hours * 4) ? offsetText(hours * 60) : null);

function offsetText(minutes: number): string | null {
  if (Math.abs(minutes) > mostOffsetHours * 60) return null;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}
