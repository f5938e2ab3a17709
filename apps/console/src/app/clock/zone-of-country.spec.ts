import { expect, it } from '@jest/globals';
import { clockFor } from './zone-of-country.js';

const winter = new Date('2026-01-15T20:00:00Z');

/** The hour there, whatever name the runtime has for the zone. */
const hourIn = (country: string) => {
  const clock = clockFor(country, winter, 'Asia/Bangkok');
  return clock.whose === 'place' ? winter.toLocaleTimeString('en-GB', { timeZone: clock.zone }) : clock.whose;
};

it('shows a time by the clock of the place, if the country has one time only', () => {
  expect(hourIn('MM')).toBe('02:30:00');
  expect(hourIn('NP')).toBe('01:45:00');
});

it('names no clock if the reader has the same time', () => {
  expect(clockFor('TH', winter, 'Asia/Bangkok')).toEqual({ whose: 'everybody' });
  expect(clockFor('VN', winter, 'Asia/Bangkok')).toEqual({ whose: 'everybody' });
  expect(clockFor('MY', winter, 'Asia/Singapore')).toEqual({ whose: 'everybody' });
});

it.each(['ID', 'US', null, undefined, 'XX', 'not a country'])('does not guess the clock of %s', (country) =>
  expect(clockFor(country, winter, 'Asia/Bangkok')).toEqual({ whose: 'reader' }),
);
