import { describe, expect, it } from '@jest/globals';
import type { Schedule } from '@haven/events';
import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { openingAt, standingAt } from './opening-at.js';
import { openingHoursOf } from './opening-hours.js';

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** One zone without daylight saving, four with it (half an hour, a change by half an hour, far south), and an offset. */
const zones = ['Asia/Bangkok', 'Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'America/Santiago', '+05:45'];
const date = fc.integer({ min: 0, max: 800 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
const weekdays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 });
const quarters = fc.integer({ min: 0, max: 95 }).map((n) => n * 15);
const rules = fc.constantFrom(
  'FREQ=MONTHLY;BYDAY=1TU,3TU',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
  'FREQ=YEARLY;BYWEEKNO=1,30,53;BYDAY=MO,TH',
);
const counted = fc.constantFrom(
  'FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY;BYDAY=SA;COUNT=5',
  'FREQ=MONTHLY;INTERVAL=2',
);

const days = fc.oneof(
  { weight: 4, arbitrary: weekdays.map((on) => ({ weekdays: on, rule: null, ruleStart: null })) },
  { weight: 1, arbitrary: rules.map((rule) => ({ weekdays: null, rule, ruleStart: null })) },
  { weight: 1, arbitrary: fc.tuple(counted, date).map(([rule, ruleStart]) => ({ weekdays: null, rule, ruleStart })) },
);
const schedule: fc.Arbitrary<Schedule> = fc
  .tuple(days, quarters, fc.integer({ min: 1, max: 96 }), fc.option(date, { freq: 4 }), fc.boolean())
  .map(([on, opens, length, limit, isEnd]) => ({
    kind: 'VISIT',
    locationId: null,
    ...on,
    from: limit !== null && !isEnd ? limit : null,
    to: limit !== null && isEnd ? limit : null,
    says: 'OPEN',
    opens,
    closes: opens + length * 15,
    isException: false,
    clock: null,
  }));
/** Changes of the clocks of these zones. */
const changes = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T05:30Z',
  '2026-11-01T04:30Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2026-04-05T03:00Z',
  '2026-09-06T04:00Z',
];
const quarterMilliseconds = 900_000;
/** Any time in two years, and the day around each change. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 2 * 365 * 96 }).map((n) => new Date(Date.UTC(2026, 0, 2) + n * quarterMilliseconds + 420_000)),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -100, max: 100 }))
    .map(([change, n]) => new Date(Date.parse(change) + n * quarterMilliseconds)),
);

/** All openings around an instant, computed by the library: the slow way. */
function occurrences(schedules: readonly Schedule[], zone: string, at: Date, daysAround: number): [number, number][] {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const window = [today.subtract({ days: 3 }), today.add({ days: daysAround })].map((day) => noon(day.toString()));
  return schedules.flatMap(({ weekdays: on, rule, ruleStart, from, to, opens, closes }) => {
    const rruleString = `RRULE:${rule ?? `FREQ=WEEKLY;BYDAY=${on!.map((day) => codes[day]).join()}`}`;
    const all = new RRuleTemporal({ rruleString, dtstart: noon(ruleStart ?? '2024-12-01') }).between(window[0]!, window[1]!, true);
    return all
      .map((day) => Temporal.PlainDate.from(day.toPlainDate().toString()))
      .filter((day) => (from === null || day.toString() >= from) && (to === null || day.toString() <= to))
      .map((day): [number, number] => [wall(day, opens!, zone), wall(day, closes!, zone)]);
  });
}

const noon = (day: string) => Temporal.ZonedDateTime.from(`${day}T12:00[UTC]`);
const wall = (day: Temporal.PlainDate, minutes: number, zone: string): number =>
  day
    .add({ days: Math.floor(minutes / 1440) })
    .toPlainDateTime({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 })
    .toZonedDateTime(zone).epochMilliseconds;

const hasEnded = (schedules: readonly Schedule[]): boolean => schedules.every(({ to }) => to !== null);

describe('the hours of random schedules', () => {
  const asked = fc.tuple(fc.array(schedule, { minLength: 1, maxLength: 4 }), fc.constantFrom(...zones), instant);

  it('are open exactly while an occurrence that the library computes lasts', () =>
    fc.assert(
      fc.property(asked, ([schedules, zone, at]) => {
        const { isOpen } = openingAt(openingHoursOf(schedules, zone)!, at);
        const lasts = occurrences(schedules, zone, at, 2).some(([from, to]) => from <= at.getTime() && at.getTime() < to);
        // After the last known day, nothing is known.
        expect(isOpen).toBe(hasEnded(schedules) && isOpen === null ? null : lasts);
      }),
      { numRuns: 150 },
    ));

  it('open next when the next occurrence begins', () =>
    fc.assert(
      fc.property(asked, ([schedules, zone, at]) => {
        const { isOpen, opensAt } = openingAt(openingHoursOf(schedules, zone)!, at);
        if (isOpen !== false || hasEnded(schedules)) return;
        const starts = occurrences(schedules, zone, at, 60)
          .map(([from]) => from)
          .filter((from) => from > at.getTime());
        if (starts.length > 0) expect(opensAt?.getTime()).toBe(Math.min(...starts));
        else expect(opensAt === null || opensAt.getTime() - at.getTime() > 50 * 86_400_000).toBe(true);
      }),
      { numRuns: 50 },
    ));

  it('close when they are no longer open', () =>
    fc.assert(
      fc.property(asked, ([schedules, zone, at]) => {
        const hours = openingHoursOf(schedules, zone)!;
        const { closesAt } = openingAt(hours, at);
        if (closesAt === null) return;
        expect(openingAt(hours, new Date(closesAt.getTime() - 1)).isOpen).toBe(true);
        expect(openingAt(hours, closesAt).isOpen).not.toBe(true);
      }),
      { numRuns: 50 },
    ));

  it('have the same standing as `openingAt`, even if only minutes are compared', () =>
    fc.assert(
      fc.property(asked, ([schedules, zone, at]) => {
        const hours = openingHoursOf(schedules, zone)!;
        const { isOpen, opensAt } = openingAt(hours, at);
        const closed = opensAt !== null && opensAt.getTime() - at.getTime() <= 3 * 3_600_000 ? 'SOON' : 'CLOSED';
        expect(standingAt(hours, at)).toBe(isOpen === null ? 'UNKNOWN' : isOpen ? 'OPEN' : closed);
      }),
      { numRuns: 250 },
    ));
});
