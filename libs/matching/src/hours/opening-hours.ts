import type { Schedule } from '@haven/events';
import { dayMinutes, weekMinutes } from './days.js';
import { isWorkable } from './rule-days.js';
import { byStart, joined, type Span } from './spans.js';
import { zoneOfClock } from './zone-of-clock.js';

/** Hours that apply on some dates only. */
export type DatedHours = Pick<Schedule, 'from' | 'to' | 'weekdays' | 'rule' | 'ruleStart' | 'says' | 'opens' | 'closes' | 'isException'>;

/** When a place is open. Computed once, when the event arrives, and stored in the read model. */
export interface OpeningHours {
  /** IANA name or offset. */
  readonly zone: string;
  /** When it is open every week, in minutes since Monday 00:00 there. A span that ends past the week ends in the next one. */
  readonly week: readonly Span[];
  /** The same openings, not merged, as the directory has them. */
  readonly openings: readonly Span[];
  /** Days of the week without known hours; 0 is Monday. */
  readonly unclearDays: readonly number[];
  readonly dated: readonly DatedHours[];
}

/** The hours of one kind at one place. Null: no hours are known. */
export function openingHoursOf(schedules: readonly Schedule[], placeZone: string | null): OpeningHours | null {
  const zones = new Set(schedules.filter(({ says }) => says === 'OPEN').map(({ clock }) => zoneOfClock(clock, placeZone)));
  const [zone] = zones;
  if (zones.size !== 1 || !zone) return null;
  const known = schedules.map((schedule) => (isReadable(schedule) ? schedule : { ...schedule, says: 'UNCLEAR' as const, rule: null }));
  const weekly = known.filter(isEveryWeek);
  const openings = weekly.filter(({ says }) => says === 'OPEN').flatMap(openingsOf);
  const unclear = weekly.filter(({ says }) => says === 'UNCLEAR').flatMap(({ weekdays }) => weekdays ?? everyWeekday);
  return {
    zone,
    week: merged(openings),
    openings: openings.sort(byStart),
    unclearDays: [...new Set(unclear)].sort(),
    dated: known.filter((schedule) => !isEveryWeek(schedule)).map(datedOf),
  };
}

const everyWeekday = [0, 1, 2, 3, 4, 5, 6];

const isReadable = ({ rule, ruleStart }: Schedule): boolean => rule === null || isWorkable({ rule, ruleStart });

const isEveryWeek = ({ from, to, rule, isException }: Schedule): boolean => from === null && to === null && rule === null && !isException;

const openingsOf = ({ weekdays, opens, closes }: Schedule): Span[] =>
  (weekdays ?? everyWeekday).map((day): Span => [day * dayMinutes + opens!, day * dayMinutes + closes!]);

const datedOf = ({ from, to, weekdays, rule, ruleStart, says, opens, closes, isException }: Schedule): DatedHours => ({
  from,
  to,
  weekdays,
  rule,
  ruleStart,
  says,
  opens,
  closes,
  isException,
});

/** Nobody closes for one minute: 22:59 and 23:00 in a directory mean that it stays open. */
export const gapMinutes = 1;

/** The same minutes in as few spans as possible. A span at the end of the week and its continuation at the beginning become one. */
export function merged(openings: readonly Span[]): Span[] {
  const twice = openings.flatMap(([from, to]): Span[] => [
    [from, to],
    [from + weekMinutes, to + weekMinutes],
  ]);
  const spans = joined(twice.sort(byStart), gapMinutes);
  if (spans.some(isWholeWeek)) return [[0, weekMinutes]];
  // Each span occurs twice. A span that continues into the next week is complete only once.
  const ends = spans.filter(([from, to]) => to > weekMinutes && from < weekMinutes).map(([, to]) => to - weekMinutes);
  return spans.filter(([from]) => from < weekMinutes && !ends.some((end) => from < end));
}

export const isWholeWeek = ([from, to]: Span): boolean => to - from >= weekMinutes;

/** Whether it never closes. */
export const isAlwaysOpen = ({ week, unclearDays, dated }: OpeningHours): boolean =>
  dated.length === 0 && unclearDays.length === 0 && week.some(isWholeWeek);
