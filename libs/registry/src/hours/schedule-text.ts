const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const dayStarts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayNames = '(?:mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?';
const range = `${dayNames}(?:\\s*(?:-|–|to|through)\\s*${dayNames})?`;
const list = new RegExp(`^${range}(?:\\s*(?:,|&|and)+\\s*${range})*$`, 'i');

/** Days in an HSDS 2.x text ("Monday - Friday", "Mon, Wed-Fri") as HSDS 3.1 `byday`; null for any other text. */
export function bydayOf(text: string): string | null {
  const trimmed = text.trim();
  if (!list.test(trimmed)) return null;
  const named = trimmed.split(/\s*(?:,|&|\band\b)+\s*/i).flatMap(daysOfRange);
  return days.filter((day) => named.includes(day)).join(',');
}

function daysOfRange(text: string): string[] {
  const ends = text.split(/\s*(?:-|–|\bto\b|\bthrough\b)\s*/i).map((name) => dayStarts.indexOf(name.slice(0, 3).toLowerCase()));
  const [first = 0, last = first] = ends;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => days[(first + step) % 7]!);
}

/** A time of day ("9:30am", "9:00", "17:00:00") as `HH:MM` or `HH:MM:SS`; null for any other text. */
export function timeOf(text: string): string | null {
  const [whole, hours, minutes, seconds, half] = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?\s*([ap])?\.?m?\.?$/i.exec(text.trim()) ?? [];
  if (!whole) return null;
  const hour = hourOf(Number(hours), half?.toLowerCase());
  return hour === null ? null : [String(hour).padStart(2, '0'), minutes, ...(seconds ? [seconds] : [])].join(':');
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (!half) return hour <= 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
