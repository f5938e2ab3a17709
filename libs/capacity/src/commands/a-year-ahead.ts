const mostDays = 366;
const dayMilliseconds = 86_400_000;

/** Whether the end is after now and at most a year ahead. */
export function isWithinAYear(end: Date, now: Date): boolean {
  const days = (end.getTime() - now.getTime()) / dayMilliseconds;
  return days > 0 && days <= mostDays;
}
