import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseReferenceProblem } from './case-reference.js';

describe('caseReferenceProblem', () => {
  it.each(['HTL-2026-041', 'C-1001', 'case-42', 'K7', 'ops/7f3a', 'REF_2026_0412', 'AB12-CD34', 'INTAKE-7', 'x7kqpw2', randomUUID()])(
    'takes %s',
    (reference) => expect(caseReferenceProblem(reference)).toBeNull(),
  );

  it.each([
    ['Sokha', 'a name'],
    ['maria santos', 'a name'],
    ['Maria-7', 'a name'],
    ['maria-7', 'a name'],
    ['MARIA7', 'a name'],
    ['case-sokha-12', 'a name'],
    ['សុខា 12', 'a name'],
    ['阮氏 3', 'a name'],
    ['case of Maria Santos, 24', 'a name'],
    ['+855 12 345 678', 'a phone number'],
    ['+66-2-1', 'a phone number'],
    ['012 345 678', 'a phone number'],
    ['(02) 123-4567', 'a phone number'],
    ['maria@example.org', 'an email address'],
    ['a7@b', 'an email address'],
    ['N1234567', 'the number of a document'],
    ['P-123456', 'the number of a document'],
    ['AB 123456', 'the number of a document'],
    ['id 3174012345670001', 'the number of a document'],
    ['dob 1999-04-12', 'a date of birth'],
    ['c 12.4.1999', 'a date of birth'],
  ])('refuses %s as %s', (reference, what) => expect(caseReferenceProblem(reference)).toMatch(what));

  it.each(['', 'K7'.repeat(21)])('refuses what is empty or long: %j', (reference) =>
    expect(caseReferenceProblem(reference)).toMatch(/1 to 40/),
  );

  it('never takes what has an @, seven digits in a row or no digit at all', () => {
    const noDigit = fc.string({ unit: 'grapheme' }).filter((text) => !/\d/.test(text));
    const seven = fc
      .tuple(fc.string(), fc.stringMatching(/^\d{7}$/), fc.string())
      .map((parts) => parts.join(''))
      .filter((text) => text.length <= 40);
    fc.assert(
      fc.property(
        fc.oneof(
          noDigit,
          seven,
          fc.string().map((text) => `7@${text}`),
        ),
        (text) => caseReferenceProblem(text) !== null,
      ),
    );
  });
});
