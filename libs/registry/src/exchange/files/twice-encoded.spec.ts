import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TwiceSurvey, twiceDecoder } from './twice-encoded.js';
import { WholeCharacters } from './utf8-text.js';

const twice = (text: string): Buffer => Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(text)));

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function isTwice(bytes: Buffer, size: number): boolean {
  const [survey, whole] = [new TwiceSurvey(), new WholeCharacters()];
  for (const piece of pieces(bytes, size)) survey.add(whole.push(piece));
  survey.add(whole.end());
  return survey.isTwice();
}

const text = fc.string({ unit: fc.constantFrom('a', ' ', ',', 'é', 'ñ', '”', 'บ', '女', '😀') });
const size = fc.integer({ min: 1, max: 9 });

describe('a text that was encoded twice', () => {
  it('is detected and decoded, however its bytes arrive', () => {
    fc.assert(
      fc.property(text, size, (more, by) => {
        const said = `é ${more}`;
        const bytes = twice(said);
        const decode = twiceDecoder();
        const decoded = [...pieces(bytes, by), null].map((piece) => decode(piece)).join('');
        return decoded === said && isTwice(bytes, by);
      }),
    );
  });

  it('is not detected if it was encoded once', () => {
    fc.assert(fc.property(text, size, (more, by) => !isTwice(Buffer.from(`é ${more}`), by)));
    for (const said of ['Señora', '“Été”…', 'café”…', 'plain']) expect(isTwice(Buffer.from(said), 1)).toBe(false);
  });
});
