import { expect, it } from '@jest/globals';
import { keptApart } from './kept-apart';

it('leaves values as they are in a left-to-right text, and isolates them in a right-to-left one', () => {
  expect(keptApart('ltr', { place: 'Medan', count: 2 })).toEqual({ place: 'Medan', count: 2 });
  expect(keptApart('rtl', { place: 'Medan', count: 2 })).toEqual({ place: '\u2068Medan\u2069', count: 2 });
});

it('lets a value that is a right-to-left text take its own direction', () => {
  const woman = `\u2068امرأة\u2069، 31`;
  expect(keptApart('rtl', { who: woman })).toEqual({ who: `\u2067${woman}\u2069` });
});
