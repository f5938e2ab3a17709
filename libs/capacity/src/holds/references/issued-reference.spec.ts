import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { issuedReferenceOf, issueReference } from './issued-reference.js';

const symbols = [...'23456789CDFHJKMNPQRTVWX'];
const issued = fc.infiniteStream(fc.nat({ max: 22 })).map((stream) => issueReference(() => stream.next().value!));

describe('a case reference that Haven issues', () => {
  it('has three groups to read aloud, without vowels or look-alikes', () => {
    expect(issueReference(randomInt)).toMatch(/^[2-9CDFHJKMNPQRTVWX]{3}-[2-9CDFHJKMNPQRTVWX]{3}-[2-9CDFHJKMNPQRTVWX]$/);
    fc.assert(fc.property(issued, (reference) => /[C-X].*[C-X].*[C-X]/.test(reference) && /\d/.test(reference.slice(0, 7))));
  });

  it('is recognized however it is said', () => {
    fc.assert(
      fc.property(issued, (reference) => {
        const bare = reference.replaceAll('-', '');
        for (const said of [reference, bare, bare.toLowerCase(), ` ${[...bare].join(' ')} `, bare.replace(/(..)/g, '$1-')])
          expect(issuedReferenceOf(said)).toBe(reference);
      }),
    );
  });

  it('is rejected if one symbol is wrong or two have changed places', () => {
    fc.assert(
      fc.property(issued, fc.nat({ max: 6 }), fc.constantFrom(...symbols), (reference, place, other) => {
        const bare = [...reference.replaceAll('-', '')];
        const wrong = bare.with(place, other).join('');
        if (other !== bare[place]) expect(issuedReferenceOf(wrong)).toBeNull();
        const next = (place + 1) % 6;
        const turned = bare.with(place % 6, bare[next]!).with(next, bare[place % 6]!);
        if (bare[next] !== bare[place % 6]) expect(issuedReferenceOf(turned.join(''))).toBeNull();
      }),
    );
  });

  it.each([
    ...['Sokha', 'Maria-7', 'maria santos', 'SOKHA 12', 'Nguyen', 'Ng', 'Kdrh', 'សុខា 12', '阮氏 3', 'Hằng', 'Khrhmnt'],
    ...['+855 12 345 678', '012 345 678', '234-5678', '2345679', '(02) 123-4567', '0812-3456-7890', '9 432 786'],
    ...['1999-04-12', '12.4.1999', '120499', '990412', '12/04/99', '4 April 1999'],
    ...['N1234567', 'P-234567', 'PN34567', 'AB 123456', '3174012345670001', 'HMIS-104332', 'HTL-2026-041', 'case-42', 'a@b', '', '-'],
  ])('is not %j', (text) => expect(issuedReferenceOf(text)).toBeNull());
});
