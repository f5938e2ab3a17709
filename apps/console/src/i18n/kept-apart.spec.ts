import { expect, it } from '@jest/globals';
import { keptApart } from './kept-apart';

it('leaves values as they are in a text from left to right, and keeps them apart in one from right to left', () => {
  expect(keptApart('ltr', { place: 'Medan', count: 2 })).toEqual({ place: 'Medan', count: 2 });
  expect(keptApart('rtl', { place: 'Medan', count: 2 })).toEqual({ place: '\u2068Medan\u2069', count: 2 });
});

it('lets a value that is itself a text from right to left go in its direction', () => {
  const woman = `\u2068امرأة\u2069، 31`;
  expect(keptApart('rtl', { who: woman })).toEqual({ who: `\u2067${woman}\u2069` });
});
