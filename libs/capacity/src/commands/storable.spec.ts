import { expect, it } from '@jest/globals';
import { couldBeId, couldBeUuid } from './storable.js';

it('knows which texts can be an id', () => {
  expect(['svc-1', 'a\0', '\udc00', '', 'x'.repeat(501)].map(couldBeId)).toEqual([true, false, false, false, false]);
  expect(couldBeUuid('7d2f3c1e-58b4-5f0a-9a61-2b8f0c4d6e17')).toBe(true);
  expect(couldBeUuid("7d2f3c1e-58b4-5f0a-9a61-2b8f0c4d6e17'")).toBe(false);
});
