import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCursor, writeCursor } from './cursor.js';

const part = fc.oneof(
  fc.integer(),
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
);

it('names the place that was written, in letters that need no escape in an address', () =>
  fc.assert(
    fc.property(fc.array(part), (place) => {
      expect(writeCursor(...place)).toMatch(/^[\w-]*$/);
      expect(readCursor(writeCursor(...place))).toEqual(place);
    }),
  ));

it.each(['', 'x', '{}', Buffer.from('{"a":1}').toString('base64url'), writeCursor('a\0b')])('knows that %j is none of ours', (text) =>
  expect(readCursor(text)).toBeNull(),
);
