import { describe, expect, it } from '@jest/globals';
import { createFormat, formatTag } from './format';
import { languages } from './languages';

const instant = new Date('2026-11-29T19:05:00Z');
const onlyEnglish = (tag: string) => tag.startsWith('en');

describe('formats', () => {
  it.each(languages.map(({ code }) => code))('use years and digits that everybody reads, in %s', (code) => {
    const format = createFormat(code);
    expect(format.day(instant, 'Asia/Bangkok')).toContain('2026');
    expect(format.day(instant, 'Asia/Bangkok')).toContain('30');
    expect(format.time(instant, 'Asia/Bangkok')).toMatch(/^02[:.]05$/);
    expect(format.number(1234)).toMatch(/^1\D?234$/);
  });

  it('are in the time of the place, not of the reader', () => {
    const { time } = createFormat('en');
    expect([time(instant, 'Asia/Kathmandu'), time(instant, 'America/New_York')]).toEqual(['00:50', '14:05']);
  });

  it('name a day of this week', () => {
    expect(createFormat('en').dayTime(instant, 'Asia/Bangkok')).toBe('Mon 02:05');
    expect(createFormat('fr').dayTime(instant, 'Asia/Bangkok')).toBe('lun. 02:05');
  });

  it('have no words of another language if the browser lacks this one', () => {
    const format = createFormat('km', onlyEnglish);
    expect(formatTag('km', onlyEnglish)).toMatch(/^en-GB/);
    expect(format.dateTime(instant, 'Asia/Phnom_Penh')).toBe('30/11/2026, 02:05');
    expect(format.dayTime(instant, 'Asia/Phnom_Penh')).toBe('30/11, 02:05');
  });

  it.each([
    [4, '0\u00a0m'],
    [340, '340\u00a0m'],
    [996, '1\u00a0km'],
    [1_240, '1.2\u00a0km'],
    [23_400, '23\u00a0km'],
  ])('write %s metres as %s', (metres, text) => expect(createFormat('en').distance(metres)).toBe(text));

  it('write a distance in words of the language, like its texts', () => {
    expect(createFormat('ar').distance(5_600)).toBe('5.6\u00a0كم');
    expect(createFormat('fr').distance(5_600)).toMatch(/^5,6[\u00a0\u202f]km$/);
    expect(createFormat('km', onlyEnglish).distance(5_600)).toBe('5.6\u00a0km');
  });

  it('separate a list by the comma of the script', () =>
    expect([createFormat('ur').comma, createFormat('th').comma]).toEqual(['، ', ', ']));
});
