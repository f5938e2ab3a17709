import { describe, expect, it } from '@jest/globals';
import type { JsonRecord } from '../reading/json-record.js';
import { readSchedule } from './read-schedule.js';
import { alwaysAnswered, schedulesOf } from './schedules-of.js';

const read = (record: JsonRecord) => readSchedule(record, null).schedule;
const weekly = { freq: 'WEEKLY', byday: 'MO,TU' };
const office = { ...weekly, opens_at: '09:00', closes_at: '17:00' };
const nothing = { from: null, to: null, weekdays: null, rule: null, ruleStart: null, opens: null, closes: null, clock: null };

describe('a schedule', () => {
  it('with days of the week has their numbers and minutes of the day', () =>
    expect(read(office)).toEqual({
      ...nothing,
      kind: 'VISIT',
      locationId: null,
      weekdays: [0, 1],
      says: 'OPEN',
      opens: 540,
      closes: 1020,
      isException: false,
    }));

  it.each([
    ['over midnight', '20:00', '06:00', 1200, 1800],
    ['24 hours', '00:00', '23:59', 0, 1440],
    ['24 hours with seconds', '00:00:00', '23:59:59', 0, 1440],
    ['until 24:00', '08:00', '24:00', 480, 1440],
    ['until 00:00', '08:00', '00:00', 480, 1440],
    ['the same time twice', '08:00', '08:00', 480, 1920],
    ['to a minute before it opens again', '23:00', '22:59', 1380, 2819],
    ['halves of the day', '9:30 am', '5pm', null, null],
    ['halves of the day in full', '9:30 am', '5:00 p.m.', 570, 1020],
    ['a word', 'noon', '17:00', null, null],
    ['no hour of a day', '25:00', '26:00', null, null],
    ['only the opening', '09:00', null, null, null],
  ])('%s: %s to %s', (_, opens_at, closes_at, opens, closes) => {
    const says = opens === null ? 'UNCLEAR' : 'OPEN';
    expect(read({ ...weekly, opens_at, closes_at })).toMatchObject({ says, opens, closes, weekdays: [0, 1] });
  });

  it.each([
    [{ timezone: 7 }, '+07:00'],
    [{ timezone: '-3.5' }, '-03:30'],
    [{ timezone: 'Asia/Jakarta' }, 'Asia/Jakarta'],
    [{ opens_at: '09:00+07:00', closes_at: '17:00+07:00', timezone: 7 }, '+07:00'],
    [{ opens_at: '09:00Z', closes_at: '17:00Z' }, '+00:00'],
    [{}, null],
  ])('%j is by the clock %s', (fields, clock) => expect(read({ ...office, ...fields })).toMatchObject({ says: 'OPEN', clock }));

  it.each([
    ['a clock that contradicts its times', { opens_at: '09:00+07:00', closes_at: '17:00+07:00', timezone: 8 }],
    ['two clocks', { opens_at: '09:00+07:00', closes_at: '17:00+08:00' }],
    ['a clock of nowhere', { timezone: 420 }],
    ['a date that is none', { valid_from: '2026-02-30' }],
    ['days that are none', { byday: 'weekdays' }],
    ['numbered days of a week', { byday: '1MO' }],
    ['every second week of no week', { interval: 2 }],
    ['hours of the day as a frequency', { freq: 'HOURLY' }],
  ])('with %s is unclear, and the report says why', (_, fields) => {
    const { schedule, problem } = readSchedule({ ...office, ...fields }, null);
    expect(schedule).toMatchObject({ says: 'UNCLEAR' });
    expect(problem).toEqual(expect.any(String));
  });

  it.each([
    [
      { byday: undefined, dtstart: '2026-12-02' },
      { weekdays: [2], rule: null, from: '2026-12-02' },
    ],
    [
      { freq: 'DAILY', byday: undefined },
      { weekdays: [0, 1, 2, 3, 4, 5, 6], rule: null },
    ],
    [
      { freq: undefined, byday: 'Monday - Wednesday' },
      { weekdays: [0, 1, 2], rule: null },
    ],
    [
      { interval: 2, dtstart: '2026-01-05' },
      { rule: 'FREQ=WEEKLY;BYDAY=MO,TU;INTERVAL=2', ruleStart: '2026-01-05', from: '2026-01-05' },
    ],
    [
      { count: 4, valid_from: '2026-01-05', wkst: 'SU' },
      { rule: 'FREQ=WEEKLY;BYDAY=MO,TU;COUNT=4;WKST=SU', ruleStart: '2026-01-05' },
    ],
    [
      { freq: 'MONTHLY', byday: '1TU,3TU' },
      { weekdays: null, rule: 'FREQ=MONTHLY;BYDAY=1TU,3TU', ruleStart: null },
    ],
    [{ freq: 'MONTHLY', byday: undefined, bymonthday: '1,-1' }, { rule: 'FREQ=MONTHLY;BYMONTHDAY=1,-1' }],
    [{ byweekno: '41,42' }, { rule: 'FREQ=YEARLY;BYWEEKNO=41,42;BYDAY=MO,TU' }],
    [
      { valid_from: '2026-01-01', dtstart: '2026-02-02', valid_to: '2026-12-31', until: '2026-10-01' },
      { from: '2026-02-02', to: '2026-10-01' },
    ],
  ])('%j is read as %j', (fields, expected) => expect(read({ ...office, ...fields })).toMatchObject({ says: 'OPEN', ...expected }));

  it.each([
    ['closed on a holiday', { description: 'Christmas: closed' }, 'CLOSED'],
    ['a holiday without times', { description: 'Christmas Day' }, 'CLOSED'],
    ['a holiday as older files say it', { closed: 'true', opens_at: '09:00', closes_at: '17:00' }, 'CLOSED'],
    ['other hours on a holiday', { opens_at: '10:00', closes_at: '12:00' }, 'OPEN'],
    ['one time on a holiday', { opens_at: '00:00', closes_at: '00:00' }, 'UNCLEAR'],
    ['a holiday with hours in words', { description: 'Christmas Day, open by appointment' }, 'UNCLEAR'],
  ])('of a few days is an exception: %s', (_, fields, says) => {
    const holiday = read({ valid_from: '2026-12-25', valid_to: '2026-12-25', ...fields });
    expect(holiday).toMatchObject({ says, from: '2026-12-25', to: '2026-12-25', isException: says !== 'UNCLEAR' });
  });

  it.each([
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('from 1 March to %s is an exception: %s', (valid_to, isException) =>
    expect(read({ ...weekly, opens_at: '09:00', closes_at: '17:00', valid_from: '2026-03-01', valid_to })).toMatchObject({ isException }),
  );

  it.each([
    ['a day of the week without times', weekly, null],
    ['a day of the week that is closed', { ...weekly, description: 'Closed' }, null],
    ['a day of the week by appointment', { ...weekly, description: 'By appointment' }, 'UNCLEAR'],
    ['nothing but a text', { description: 'Weekdays nine to five' }, 'UNCLEAR'],
    ['times without days', { opens_at: '09:00', closes_at: '17:00' }, 'UNCLEAR'],
    ['closed for half a year', { valid_from: '2026-01-01', valid_to: '2026-06-30' }, 'UNCLEAR'],
    ['a day of the month that is closed', { freq: 'MONTHLY', byday: '1MO', description: 'Closed' }, 'CLOSED'],
  ])('%s', (_, record, says) => expect(read(record)?.says ?? null).toBe(says));

  it.each([
    [{ description: 'Intake' }, 'INTAKE'],
    [{ attending_type: 'Admission hours' }, 'INTAKE'],
    [{ attending_type: 'phone' }, 'PHONE'],
    [{ description: 'No intake on Mondays' }, 'VISIT'],
    [{ attributes: [{ value: 'INTAKE', taxonomy_term: { code: 'haven:hours' } }] }, 'INTAKE'],
    [{ attributes: [{ value: 'phone', taxonomy_term: { code: 'haven:hours' } }], description: 'Intake' }, 'PHONE'],
  ])('%j is of kind %s', (fields, kind) => expect(read({ ...office, ...fields })).toMatchObject({ kind }));

  it('puts no text into the event', () => {
    const text = 'behind the mosque';
    const record = { ...office, description: text, notes: text, attending_type: text, schedule_link: text, byday: text, timezone: text };
    expect(JSON.stringify(read(record))).not.toContain(text);
  });
});

describe('the schedules of a service', () => {
  const at = (id: string, schedules: unknown[], own: unknown[]) => ({ schedules, location: { id, schedules: own } });
  const places = (record: JsonRecord, hidden: string[] = []) =>
    schedulesOf(record, new Set(hidden)).map(({ schedule }) => schedule!.locationId);

  it('are its own, and those of it at a place; those of the place only if the service has none', () => {
    expect(places({ schedules: [office], service_at_locations: [at('a', [office], [office]), at('b', [], [office])] })).toEqual([
      null,
      'a',
    ]);
    expect(places({ service_at_locations: [at('a', [office], [office]), at('b', [], [office])] })).toEqual(['a', 'b']);
  });

  it('are at one place only if a row names service and place', () => {
    const row = (id: string) => ({ ...office, id });
    const record = {
      schedules: [row('1'), row('2'), row('3')],
      service_at_locations: [at('a', [], [row('1'), row('9')]), at('b', [], [row('2')])],
    };
    expect(places(record)).toEqual(['a', 'b', null]);
  });

  it('are never those of a confidential place', () =>
    expect(places({ service_at_locations: [at('a', [office], []), at('b', [], [office])] }, ['a', 'b'])).toEqual([]));
});

it.each([
  ['24/7', 1],
  ['Hotline, 24 hours a day, 7 days a week', 1],
  ['Answered around the clock.', 1],
  ['24 hours notice needed', 0],
  ['Not available 24/7', 0],
])('a phone described as "%s" is answered around the clock: %s', (description, count) =>
  expect(alwaysAnswered([{ number: '1', description }])).toHaveLength(count),
);
