import type { Schedule } from '@haven/events';
import { type JsonRecord, textOf } from '../reading/json-record.js';
import { readClock } from './read-clock.js';
import { type Days, everyDay, readDays } from './read-days.js';
import { kindOf } from './read-kind.js';
import { isBrief, type Limits, readLimits } from './read-limits.js';
import { dayMinutes, readTime, type TimeOfDay } from './read-times.js';

/** A schedule that was read, and why it is unclear. No schedule: it names no day. */
export interface ScheduleReading {
  readonly schedule: Schedule | null;
  readonly problem: string | null;
}

type Dated = Pick<Schedule, 'kind' | 'locationId' | 'from' | 'to' | 'weekdays' | 'rule' | 'ruleStart'>;

/** Reads one HSDS schedule of a place, or of all places (null). If a part cannot be read, its days are unclear; nothing is guessed. */
export function readSchedule(record: JsonRecord, locationId: string | null): ScheduleReading {
  const kind = kindOf(record);
  const always: Dated = { kind, locationId, from: null, to: null, ...everyDayOf(everyDay) };
  const limits = readLimits(record);
  if (limits === 'UNCLEAR') return unclear(always, 'a date is not written like 2026-12-24');
  const limited: Dated = { ...always, from: limits.from, to: limits.to };
  const days = readDays(record, limits.start);
  if (days === 'UNCLEAR') return unclear(limited, 'its days cannot be told from freq, interval, byday and the other rule fields');
  const dated: Dated = { ...limited, ...(days === 'NOTHING' ? {} : everyDayOf(days)) };
  return timesOf(record, dated, { limits, namesDays: days !== 'NOTHING' });
}

const everyDayOf = ({ weekdays, rule, ruleStart }: Days) => ({ weekdays: weekdays && [...weekdays], rule, ruleStart });

interface Span {
  readonly limits: Limits;
  /** Whether it names days of the week, month or year. */
  readonly namesDays: boolean;
}

function timesOf(record: JsonRecord, dated: Dated, span: Span): ScheduleReading {
  const [opens, closes] = [textOf(record, 'opens_at'), textOf(record, 'closes_at')];
  if (saysClosed(record)) return closed(dated, span);
  if (opens === null && closes === null) return withoutTimes(record, dated, span);
  const times = [opens, closes].map((text) => text && readTime(text));
  if (times.some((time) => !time)) return unclear(dated, 'opens_at and closes_at are not both times like 09:00');
  if (!span.namesDays && !isBrief(span.limits)) return unclear(dated, 'it has times, but not on which days');
  const [from, until] = times as [TimeOfDay, TimeOfDay];
  const clock = readClock(record, [from, until]);
  if (clock === 'UNCLEAR') return unclear(dated, 'its timezone is none, or another than that of its times');
  const isException = isBrief(span.limits);
  // An exception that opens and closes at the same time may mean that the place is closed.
  if (isException && from.minutes === until.minutes) return unclear(dated, 'it opens and closes at the same time');
  const closing = { opens: from.minutes % dayMinutes, closes: closingOf(from.minutes % dayMinutes, until.minutes) };
  return { schedule: { ...dated, says: 'OPEN', ...closing, isException, ...clock }, problem: null };
}

/** Directories write 23:59 for the end of a day. A closing time at or before the opening is on the next day. */
function closingOf(opens: number, closes: number): number {
  const end = closes === dayMinutes - 1 ? dayMinutes : closes;
  return end <= opens ? end + dayMinutes : end;
}

/** Days of the week without times are closed, and need no schedule. Others are exceptions, or just a text. */
function withoutTimes(record: JsonRecord, dated: Dated, span: Span): ScheduleReading {
  const text = ['description', 'notes'].map((name) => textOf(record, name) ?? '').join(' ');
  if (/\b(closed|shut)\b/i.test(text)) return closed(dated, span);
  const isEmpty = text.trim() === '';
  if (isBrief(span.limits) && !/\d|\b(open|appointment|arrange|call|phone|ask|contact|var(y|ies|ied)|reduced|limited|hours)/i.test(text)) {
    return closed(dated, span);
  }
  return isEmpty && span.namesDays && !isBrief(span.limits) ? { schedule: null, problem: null } : unclear(dated, 'it has no times');
}

function closed(dated: Dated, { limits, namesDays }: Span): ScheduleReading {
  const isWholeWeek = dated.rule === null && limits.from === null && limits.to === null;
  if (namesDays && isWholeWeek) return { schedule: null, problem: null };
  if (!namesDays && !isBrief(limits)) return unclear(dated, 'it says closed, but not on which days');
  return { schedule: { ...dated, ...noTimes, says: 'CLOSED', isException: true }, problem: null };
}

/** Files of older versions mark holidays in this way. */
const saysClosed = (record: JsonRecord): boolean => record.closed === true || /^(true|yes|y|1|x)$/i.test(textOf(record, 'closed') ?? '');

const noTimes = { opens: null, closes: null, clock: null } as const;

const unclear = (dated: Dated, problem: string): ScheduleReading => ({
  schedule: { ...dated, ...noTimes, says: 'UNCLEAR', isException: false },
  problem,
});
