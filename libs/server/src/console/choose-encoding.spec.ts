import { expect, it } from '@jest/globals';
import { chooseEncoding } from './choose-encoding.js';

it.each<[string | undefined, ('br' | 'gzip')[], string | null]>([
  ['gzip, deflate, br, zstd', ['br', 'gzip'], 'br'],
  ['gzip', ['br', 'gzip'], 'gzip'],
  ['BR;q=1.0, gzip;q=0.8', ['gzip'], 'gzip'],
  ['br;q=0, gzip', ['br', 'gzip'], 'gzip'],
  ['br;q=0.5', ['br', 'gzip'], 'br'],
  ['identity', ['br', 'gzip'], null],
  [undefined, ['br', 'gzip'], null],
  ['gzip, br', [], null],
])('takes what the browser takes: %s of %j', (accepted, there, chosen) => {
  expect(chooseEncoding(accepted, there)).toBe(chosen);
});
