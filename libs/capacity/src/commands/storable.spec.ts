import { expect, it } from '@jest/globals';
import { couldBeId, couldBeUuid, lineProblems } from './storable.js';

it.each(['', ' ', 'a\nb', 'a\0', '\ud800', 'x'.repeat(11), `x${' '.repeat(10)}`])('refuses %j as a line of 10', (text) => {
  expect(lineProblems('name', text, 10)).toMatchObject([{ path: 'name' }]);
});

it.each(['x', 'Žofín 🛏', 'x'.repeat(10)])('takes %j as a line of 10', (text) => expect(lineProblems('name', text, 10)).toEqual([]));

it('knows what can be an id', () => {
  expect(['svc-1', 'a\0', '\udc00', '', 'x'.repeat(501)].map(couldBeId)).toEqual([true, false, false, false, false]);
  expect(couldBeUuid('7d2f3c1e-58b4-5f0a-9a61-2b8f0c4d6e17')).toBe(true);
  expect(couldBeUuid("7d2f3c1e-58b4-5f0a-9a61-2b8f0c4d6e17'")).toBe(false);
});
