/** The parts of a schedule that name its days, as RFC 5545 writes them; null if it lacks the part. */
export interface DayParts {
  readonly freq: string;
  readonly byday: string | null;
  readonly weeks: string | null;
  readonly monthDays: string | null;
  readonly yearDays: string | null;
  /** Whether it has an interval or a count. */
  readonly isCounted: boolean;
  /** The day from which the rule counts. */
  readonly start: string | null;
}

/** The rule for its days, without interval and count; null if its parts make no rule together. */
export function dayRule(parts: DayParts): string | null {
  const days = parts.byday === null ? '' : `;BYDAY=${parts.byday}`;
  return rules[parts.freq]?.(parts, days) ?? null;
}

const isNumbered = ({ byday }: DayParts): boolean => byday !== null && /\d/.test(byday);
const onlyDays = ({ weeks, monthDays, yearDays }: DayParts): boolean => weeks === null && monthDays === null && yearDays === null;

const rules: Readonly<Record<string, (parts: DayParts, days: string) => string | null>> = {
  DAILY: (parts, days) => (onlyDays(parts) && !isNumbered(parts) ? `FREQ=DAILY${days}` : null),
  WEEKLY: weekly,
  MONTHLY: monthly,
  YEARLY: yearly,
};

/** HSDS puts weeks of the year into a weekly rule, RFC 5545 into a yearly one. */
function weekly(parts: DayParts, days: string): string | null {
  if (isNumbered(parts) || parts.monthDays !== null || parts.yearDays !== null) return null;
  if (parts.weeks === null) return days === '' && parts.start === null ? null : `FREQ=WEEKLY${days}`;
  return parts.isCounted || days === '' ? null : `FREQ=YEARLY;BYWEEKNO=${parts.weeks}${days}`;
}

function monthly({ weeks, monthDays, yearDays, start }: DayParts, days: string): string | null {
  if (weeks !== null || yearDays !== null) return null;
  if (monthDays !== null) return `FREQ=MONTHLY;BYMONTHDAY=${monthDays}${days}`;
  return days === '' && start === null ? null : `FREQ=MONTHLY${days}`;
}

function yearly({ weeks, monthDays, yearDays, start }: DayParts, days: string): string | null {
  if (weeks !== null || monthDays !== null || days !== '') return null;
  if (yearDays !== null) return `FREQ=YEARLY;BYYEARDAY=${yearDays}`;
  return start === null ? null : 'FREQ=YEARLY';
}
