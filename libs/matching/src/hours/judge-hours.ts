import { reason } from '@haven/kernel';
import type { Reason } from '@haven/kernel';
import { openingAt, type Standing, standingAt } from './opening-at.js';
import { isAlwaysOpen } from './opening-hours.js';
import type { HoursByKind } from './place-hours.js';
import { wallTimeAt } from './wall-clock.js';

/** The hours of a place at the time when somebody would come. */
export interface HoursJudgement {
  readonly standing: Standing;
  /** Somebody answers the phone at any hour, so the person can call instead of coming. */
  readonly isAnsweredAlways: boolean;
}

/** The hours of intake count, if there are any. */
const decisive = ({ visit, intake }: HoursByKind) => intake ?? visit;

/** Weighs the hours of a place at an instant. */
export function judgeHours(hours: HoursByKind, at: Date): HoursJudgement {
  const counts = decisive(hours);
  return {
    standing: counts === null ? 'UNKNOWN' : standingAt(counts, at),
    isAnsweredAlways: hours.phone !== null && isAlwaysOpen(hours.phone),
  };
}

/** Reasons for and against a place by its hours. Unknown hours give no reason here: they are a question. */
export function explainHours(hours: HoursByKind, { standing, isAnsweredAlways }: HoursJudgement, at: Date): Reason[] {
  const phone = isAnsweredAlways ? [reason('PHONE_ALWAYS')] : [];
  if (standing === 'UNKNOWN') return phone;
  if (standing === 'OPEN') return [reason('OPEN_NOW'), ...phone];
  const counts = decisive(hours)!;
  const { opensAt } = openingAt(counts, at);
  const code = hours.intake ? 'INTAKE_LATER' : 'CLOSED_NOW';
  return [...phone, opensAt === null ? reason(code) : reason(code, { opensAt: wallTimeAt(counts.zone, opensAt) })];
}
