import { describe, expect, it } from '@jest/globals';
import { bydayOf, timeOf } from './schedule-text.js';

describe('bydayOf', () => {
  it.each([
    ['Monday', 'MO'],
    ['monday', 'MO'],
    ['Monday - Friday', 'MO,TU,WE,TH,FR'],
    ['Monday, Wednesday, Friday', 'MO,WE,FR'],
    ['Mon - Tue & Thur - Fri', 'MO,TU,TH,FR'],
    ['Tuesday and Thursday', 'TU,TH'],
    ['Saturday - Sunday', 'SA,SU'],
    ['Sunday-Saturday', 'MO,TU,WE,TH,FR,SA,SU'],
    ['Sunday - Monday', 'MO,SU'],
    ['Thursdays', 'TH'],
    ['Second Saturday', null],
    ['Monday - Friday (closed 1-2pm)', null],
    ['Every other Tuesday', null],
    ['Varies', null],
    ['9:00AM', null],
    ['', null],
  ])('%s → %s', (text, byday) => expect(bydayOf(text)).toBe(byday));
});

describe('timeOf', () => {
  it.each([
    ['9:30am', '09:30'],
    ['12:00am', '00:00'],
    ['12:30PM', '12:30'],
    ['5:00 p.m.', '17:00'],
    ['17:00', '17:00'],
    ['9:00', '09:00'],
    ['18:00:00', '18:00:00'],
    ['13:00pm', null],
    ['25:00', null],
    ['750', null],
    ['noon', null],
  ])('%s → %s', (text, time) => expect(timeOf(text)).toBe(time));
});
