import { expect, it } from '@jest/globals';
import { escapeTwice } from './escape-twice';

const key = (timeStamp: number, name = 'Escape', repeat = false) => ({ timeStamp, key: name, repeat });

it.each([
  ['two within a second', [key(0), key(900)], 1],
  ['two too far apart', [key(0), key(1_001)], 0],
  ['three, of which the last two are close', [key(0), key(1_500), key(2_000)], 1],
  ['three in a row', [key(0), key(100), key(200)], 1],
  ['four in a row', [key(0), key(100), key(200), key(300)], 2],
  ['one that is held down', [key(0), key(500, 'Escape', true), key(530, 'Escape', true)], 0],
  ['another key between', [key(0), key(100, 'a'), key(200)], 1],
  ['another key', [key(0, 'Enter'), key(10, 'Enter')], 0],
])('Escape: %s', (_what, presses, times) => {
  let acted = 0;
  // The events arrive at once, as if the page had been busy.
  presses.forEach(escapeTwice(() => acted++));
  expect(acted).toBe(times);
});
