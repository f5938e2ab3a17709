const dateOrInstant = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** A date (its first moment in UTC) or an instant as ISO 8601 with `Z`; null if the text is neither. */
export function instantOf(text: string | null): string | null {
  if (text === null || !dateOrInstant.test(text)) return null;
  const zoned = text.length === 10 || /(Z|[+-]\d\d:?\d\d)$/.test(text.slice(10)) ? text : `${text}Z`;
  const date = new Date(zoned.replace(' ', 'T'));
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The later of two instants. */
export const latest = (one: string | null, other: string | null): string | null =>
  one === null ? other : other === null || one >= other ? one : other;
