import { describe, expect, it } from '@jest/globals';
import { isOurs, isProof, proofOf } from './form-proof.js';

const publicUrl = 'http://localhost:4000';

describe('the proof of a form', () => {
  it('is valid for its sign-in only', () => {
    expect(isProof(['a'], 'one', proofOf('a', 'one'))).toBe(true);
    for (const given of [proofOf('a', 'two'), proofOf('b', 'one'), '', undefined, 'x'.repeat(43)])
      expect(isProof(['a'], 'one', given)).toBe(false);
  });

  it('stays valid after its secret was replaced', () => {
    expect(isProof(['new', 'old'], 'one', proofOf('old', 'one'))).toBe(true);
  });
});

it.each([
  [{ origin: publicUrl, 'sec-fetch-site': 'same-origin' }, true],
  [{ origin: publicUrl }, true],
  [{}, true],
  [{ origin: 'http://localhost:4001' }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
])('takes a form with %j as sent from a page of this provider: %s', (headers, expected) => {
  expect(isOurs({ headers }, publicUrl)).toBe(expected);
});
