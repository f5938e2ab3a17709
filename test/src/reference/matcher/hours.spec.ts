import { expect, it } from '@jest/globals';
import type { ListedSchedule, ListedService } from '../contract-types.js';
import { hoursRules } from './hours.js';

const schedule = (opens_at: string, closes_at: string, changes: Partial<ListedSchedule> = {}): ListedSchedule => ({
  freq: 'WEEKLY',
  byday: 'MO',
  opens_at,
  closes_at,
  ...changes,
});
const km = (at: string, ...schedules: ListedSchedule[]) =>
  hoursRules.hoursKm({ hsds: { schedules } } as unknown as ListedService, null, at, hoursRules);

it.each([
  ['2026-11-30T01:59:59Z', 2],
  ['2026-11-30T02:00:00Z', 0],
  ['2026-11-30T10:00:00Z', 10],
  ['2026-11-29T22:59:00Z', 10],
])('the reference finds whether an office in Jakarta is open: at %s it costs %s', (at, cost) =>
  expect(km(at, schedule('09:00+07:00', '17:00+07:00'))).toBe(cost),
);

it('the reference understands nights, whole days, days of the month and hours of intake', () => {
  expect(km('2026-12-01T05:59:00Z', schedule('20:00+00:00', '06:00+00:00'))).toBe(0);
  expect(km('2026-11-30T23:59:30Z', schedule('00:00+00:00', '23:59+00:00'))).toBe(0);
  expect(km('2026-12-01T12:00:00Z', schedule('09:00+00:00', '17:00+00:00', { freq: 'MONTHLY', byday: '1TU' }))).toBe(0);
  expect(km('2026-12-08T12:00:00Z', schedule('09:00+00:00', '17:00+00:00', { freq: 'MONTHLY', byday: '1TU' }))).toBe(10);
  const intake = schedule('18:00+00:00', '20:00+00:00', { description: 'Intake' });
  expect(km('2026-11-30T12:00:00Z', schedule('00:00+00:00', '23:59+00:00'), intake)).toBe(10);
  expect(km('2026-11-30T12:00:00Z')).toBe(3);
});

it('the reference understands hours of the phone', () => {
  const office = schedule('18:00+00:00', '20:00+00:00');
  const phone = (opens: string, closes: string) => schedule(opens, closes, { byday: 'MO,TU,WE,TH,FR,SA,SU', description: 'Phone' });
  expect(km('2026-11-30T12:00:00Z', office, phone('00:00+00:00', '23:59+00:00'))).toBe(0);
  expect(km('2026-11-30T12:00:00Z', office, phone('08:00+00:00', '22:00+00:00'))).toBe(10);
  expect(km('2026-11-30T12:00:00Z', phone('08:00+00:00', '22:00+00:00'))).toBe(3);
});
