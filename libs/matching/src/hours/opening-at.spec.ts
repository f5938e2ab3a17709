import { describe, expect, it } from '@jest/globals';
import type { Schedule } from '@haven/events';
import { schedule, workdays } from './hours.fixture.js';
import { openingAt } from './opening-at.js';
import { isAlwaysOpen, merged, openingHoursOf } from './opening-hours.js';

const answer = (schedules: readonly Schedule[], at: string, zone = 'Europe/London') => {
  const { isOpen, opensAt, closesAt } = openingAt(openingHoursOf(schedules, zone)!, new Date(at));
  return [isOpen, (opensAt ?? closesAt)?.toISOString().slice(0, 16) ?? null];
};
const hour = 60;
const office = schedule({ weekdays: workdays });
const night = schedule({ opens: 20 * hour, closes: 30 * hour });

describe('whether a place is open', () => {
  it.each<[string, Schedule[], string, (string | boolean | null)[]]>([
    ['closed before it opens', [office], '2026-11-30T03:00Z', [false, '2026-11-30T09:00']],
    ['open', [office], '2026-11-30T09:00Z', [true, '2026-11-30T17:00']],
    ['closed at the minute when it closes', [office], '2026-11-30T17:00Z', [false, '2026-12-01T09:00']],
    ['closed until after the weekend', [office], '2026-12-04T18:00Z', [false, '2026-12-07T09:00']],
    ['open past midnight', [night], '2026-11-30T03:00Z', [true, '2026-11-30T06:00']],
    ['open on Monday for what began on Sunday', [schedule({ ...night, weekdays: [6] })], '2026-11-30T03:00Z', [true, '2026-11-30T06:00']],
    ['always open with a minute between', [schedule({ opens: 23 * hour, closes: 47 * hour - 1 })], '2026-11-30T22:59:30Z', [true, null]],
    ['always open', [schedule({ opens: 0, closes: 1440 })], '2026-11-30T23:59:59Z', [true, null]],
    [
      'between two openings',
      [schedule({ closes: 12 * hour }), schedule({ opens: 13 * hour })],
      '2026-11-30T12:30Z',
      [false, '2026-11-30T13:00'],
    ],
    ['over as of its last day', [schedule({ to: '2026-11-29' })], '2026-11-30T12:00Z', [null, null]],
    ['not begun', [schedule({ from: '2026-12-05' })], '2026-11-30T12:00Z', [false, '2026-12-05T09:00']],
    ['on its last day', [schedule({ to: '2026-11-30' })], '2026-11-30T12:00Z', [true, '2026-11-30T17:00']],
    [
      'every second week',
      [schedule({ rule: 'FREQ=WEEKLY;INTERVAL=2', ruleStart: '2026-11-23', from: '2026-11-23' })],
      '2026-11-30T12:00Z',
      [false, '2026-12-07T09:00'],
    ],
    ['on the first Tuesday', [schedule({ rule: 'FREQ=MONTHLY;BYDAY=1TU' })], '2026-11-30T12:00Z', [false, '2026-12-01T09:00']],
    ['on a day of which nothing is known', [office, schedule({ says: 'UNCLEAR', weekdays: [0] })], '2026-11-30T12:00Z', [null, null]],
    ['before a day of which nothing is known', [office, schedule({ says: 'UNCLEAR', weekdays: [1] })], '2026-11-30T18:00Z', [false, null]],
    ['in a zone that is ahead', [schedule({ ...office, clock: 'Asia/Jakarta' })], '2026-11-30T03:00Z', [true, '2026-11-30T10:00']],
    ['by an offset that the place never has', [schedule({ ...office, clock: '+07:00' })], '2026-11-30T03:00Z', [true, '2026-11-30T10:00']],
    [
      'in summer by an offset that the place has in winter',
      [schedule({ ...office, clock: '+00:00' })],
      '2026-07-06T08:30Z',
      [true, '2026-07-06T16:00'],
    ],
  ])('%s', (_, schedules, at, expected) => expect(answer(schedules, at)).toEqual(expected));

  it.each<[string, string, (string | boolean | null)[]]>([
    ['opens an hour earlier in UTC when summer begins', '2026-03-29T07:30Z', [false, '2026-03-29T08:00']],
    ['opens an hour later in UTC when it ends', '2026-10-25T08:30Z', [false, '2026-10-25T09:00']],
  ])('%s', (_, at, expected) => expect(answer([schedule()], at)).toEqual(expected));

  const dark = schedule({ opens: hour, closes: 2 * hour });
  it.each<[string, string, (string | boolean | null)[]]>([
    ['never in an hour that is left out', '2026-03-29T01:15Z', [false, '2026-03-30T00:00']],
    ['the first time that the hour is shown', '2026-10-25T00:45Z', [true, '2026-10-25T02:00']],
    ['the second time', '2026-10-25T01:45Z', [true, '2026-10-25T02:00']],
  ])('is open at one at night %s', (_, at, expected) => expect(answer([dark], at)).toEqual(expected));

  it('closes the first time that the clock shows the hour', () =>
    expect(answer([schedule({ opens: 0, closes: hour + 30 })], '2026-10-25T01:15Z')).toEqual([false, '2026-10-26T00:00']));
});

describe('an exception', () => {
  const day = { from: '2026-12-25', to: '2026-12-25', isException: true };
  const closed = schedule({ ...day, says: 'CLOSED', opens: null, closes: null });
  it.each<[string, Schedule[], string, (string | boolean | null)[]]>([
    ['closes its day', [office, closed], '2026-12-25T12:00Z', [false, '2026-12-28T09:00']],
    ['is no other day', [office, closed], '2026-12-24T12:00Z', [true, '2026-12-24T17:00']],
    ['is jumped over', [office, closed], '2026-12-24T18:00Z', [false, '2026-12-28T09:00']],
    ['ends no night that began before', [night, closed], '2026-12-25T03:00Z', [true, '2026-12-25T06:00']],
    ['stops what is always open', [schedule({ opens: 0, closes: 1440 }), closed], '2026-12-24T12:00Z', [true, '2026-12-25T00:00']],
    ['has other hours', [office, schedule({ ...day, opens: 600, closes: 720 })], '2026-12-25T13:00Z', [false, '2026-12-28T09:00']],
    ['contradicts another', [office, closed, schedule(day)], '2026-12-25T12:00Z', [null, null]],
    [
      'of a week leaves a day out',
      [office, schedule({ from: '2026-12-21', to: '2026-12-27', weekdays: [0], isException: true })],
      '2026-12-25T12:00Z',
      [null, null],
    ],
    [
      'comes back each year',
      [office, schedule({ ...closed, from: null, to: null, rule: 'FREQ=YEARLY', ruleStart: '2020-12-25' })],
      '2026-12-25T12:00Z',
      [false, '2026-12-28T09:00'],
    ],
  ])('%s', (_, schedules, at, expected) => expect(answer(schedules, at)).toEqual(expected));
});

describe('the hours of a season', () => {
  const summer = { from: '2026-04-01', to: '2026-09-30' };
  const winter = { from: '2026-10-01', to: '2027-03-31' };
  it('follow each other', () => {
    const both = [schedule({ ...summer, opens: 8 * hour }), schedule(winter)];
    expect([answer(both, '2026-09-30T07:30Z'), answer(both, '2026-10-01T07:30Z')]).toEqual([
      [true, '2026-09-30T16:00'],
      [false, '2026-10-01T08:00'],
    ]);
  });

  it('may apply instead of the others, or beside them: only hours in both are certain', () => {
    expect(answer([office, schedule({ ...summer, opens: 10 * hour, closes: 12 * hour })], '2026-07-06T10:00Z')).toEqual([null, null]);
    expect(answer([office, schedule({ ...summer, closes: 20 * hour })], '2026-07-06T17:30Z')).toEqual([true, '2026-07-06T19:00']);
  });
});

describe('hours are not known', () => {
  it.each<[string, Schedule[], string | null]>([
    ['without any', [], 'Asia/Bangkok'],
    ['where no clock is known', [office], null],
    ['by two clocks', [office, schedule({ clock: 'Asia/Jakarta' })], 'Asia/Tokyo'],
    ['where only holidays are said', [schedule({ says: 'CLOSED', isException: true })], 'Asia/Bangkok'],
  ])('%s', (_, schedules, zone) => expect(openingHoursOf(schedules, zone)).toBeNull());

  it('on days of a rule that cannot be computed', () =>
    expect(answer([office, schedule({ rule: 'FREQ=NEVER' })], '2026-11-30T12:00Z')).toEqual([null, null]));
});

describe('the regular week', () => {
  it.each<[string, [number, number][], [number, number][]]>([
    [
      'joins what overlaps or touches',
      [
        [0, 60],
        [60, 90],
        [80, 120],
        [200, 300],
      ],
      [
        [0, 120],
        [200, 300],
      ],
    ],
    [
      'fills a minute',
      [
        [0, 59],
        [60, 90],
      ],
      [[0, 90]],
    ],
    [
      'goes on in the next one',
      [
        [10_000, 10_200],
        [100, 130],
        [500, 600],
      ],
      [
        [500, 600],
        [10_000, 10_210],
      ],
    ],
    ['is whole', [0, 1, 2, 3, 4, 5, 6].map((day) => [day * 1440, day * 1440 + 1440]), [[0, 10_080]]],
  ])('%s', (_, openings, expected) => expect(merged(openings)).toEqual(expected));

  it('never closes only without an exception', () => {
    const always = schedule({ opens: 0, closes: 1440 });
    const but = schedule({ says: 'CLOSED', from: '2026-12-25', to: '2026-12-25', isException: true });
    expect([[always], [always, but], [office]].map((all) => isAlwaysOpen(openingHoursOf(all, 'Asia/Bangkok')!))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
