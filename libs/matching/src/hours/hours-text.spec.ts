import { expect, it } from '@jest/globals';
import { schedule, workdays } from './hours.fixture.js';
import { hoursText } from './hours-text.js';
import { openingHoursOf } from './opening-hours.js';

const text = (schedules: Parameters<typeof openingHoursOf>[0], locale: string | null = null, at = '2026-11-30T12:00Z') =>
  hoursText(openingHoursOf(schedules, 'Asia/Bangkok')!, new Date(at), locale);
const office = schedule({ weekdays: workdays });
const saturday = schedule({ weekdays: [5], closes: 12 * 60 });

it.each([
  ['names days with the same hours together', [office, saturday], 'Mon–Fri 09:00–17:00; Sat 09:00–12:00'],
  ['names a night by its beginning', [schedule({ opens: 1200, closes: 1800 })], 'Mon–Sun 20:00–06:00'],
  ['names a day that is whole', [schedule({ weekdays: [0], opens: 0, closes: 1440 })], 'Mon 00:00–24:00'],
  [
    'names several openings',
    [schedule({ weekdays: [0, 2], closes: 720 }), schedule({ weekdays: [0, 2], opens: 780 })],
    'Mon 09:00–12:00, 13:00–17:00; Wed 09:00–12:00, 13:00–17:00',
  ],
  ['joins what overlaps', [schedule({ weekdays: [0] }), schedule({ weekdays: [0], opens: 600, closes: 1080 })], 'Mon 09:00–18:00'],
  [
    'leaves a holiday out',
    [office, schedule({ says: 'CLOSED', from: '2026-12-01', to: '2026-12-01', isException: true })],
    'Mon 09:00–17:00; Wed–Fri 09:00–17:00',
  ],
  ['is nothing for a week that is closed', [schedule({ rule: 'FREQ=MONTHLY;BYMONTHDAY=20' })], null],
  ['is nothing where a day is not known', [office, schedule({ says: 'UNCLEAR', weekdays: [6] })], null],
])('%s', (_, schedules, expected) => expect(text(schedules)).toBe(expected));

it('is in the language of the reader, with Latin digits', () => {
  expect(text([saturday], 'fr')).toBe('sam. 09:00–12:00');
  expect(text([saturday], 'th')).toBe('เสาร์ 09:00–12:00');
  expect(text([saturday], 'no such locale')).toBe('Sat 09:00–12:00');
});

it('keeps times together where text runs from right to left', () => expect(text([saturday], 'ar')).toContain('\u206609:00–12:00\u2069'));

it('is that of its day and language, whatever was asked before', () => {
  const newYear = schedule({ says: 'CLOSED', from: '2027-01-01', to: '2027-01-01', isException: true });
  const hours = openingHoursOf([office, newYear], 'Asia/Bangkok')!;
  const asked = [
    ['2026-12-20T12:00Z', null],
    ['2026-12-30T12:00Z', null],
    ['2026-12-30T12:00Z', 'fr'],
    ['2026-12-20T12:00Z', null],
  ] as const;
  expect(asked.map(([at, locale]) => hoursText(hours, new Date(at), locale))).toEqual([
    'Mon–Fri 09:00–17:00',
    'Mon–Thu 09:00–17:00',
    'lun.–jeu. 09:00–17:00',
    'Mon–Fri 09:00–17:00',
  ]);
});
