import { expect, it } from '@jest/globals';
import { lineProblems } from './line.js';

it.each(['', ' ', 'a\nb', 'a\0', '\ud800', 'x'.repeat(11), `x${' '.repeat(10)}`])('refuses %j as a line of 10', (text) => {
  expect(lineProblems('name', text, 10)).toMatchObject([{ path: 'name' }]);
});

it.each(['x', 'Žofín 🛏', 'x'.repeat(10)])('takes %j as a line of 10', (text) => expect(lineProblems('name', text, 10)).toEqual([]));
