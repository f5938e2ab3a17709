import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { ariaStrings } from './aria-strings';

const library = new URL('../../../../node_modules/react-aria/dist/private/intl/', import.meta.url);

it.each(Object.entries(ariaStrings))('has all texts of React Aria in %s', (name, ours) => {
  const english = readFileSync(new URL(`${name}/en-US.mjs`, library), 'utf8');
  const keys = [...english.matchAll(/^ {4}"(\w+)":/gm)].map((match) => match[1]).sort();
  expect(keys.length).toBeGreaterThan(0);
  expect(Object.keys(ours).sort()).toEqual(keys);
});
