import { describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { newSecret, stepOf, uriOf } from './second-factor.js';

const codeAt = (secret: string, seconds: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: seconds * 1000 });
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of the second factor', () => {
  it('follows RFC 6238', () => {
    const secret = Secret.fromLatin1('12345678901234567890').base32;
    expect(stepOf(secret, '287082', at(59))).toBe(1);
    expect(stepOf(secret, '081 804', at(1_111_111_109))).toBe(37_037_036);
  });

  it('is valid one step before and after its time, and no further', () => {
    const secret = newSecret();
    const now = 3_000_000;
    const taken = [-60, -30, 0, 30, 60].map((seconds) => stepOf(secret, codeAt(secret, now + seconds), at(now)));
    expect(taken).toEqual([null, 99_999, 100_000, 100_001, null]);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('cannot be %j', (code) => {
    expect(stepOf(newSecret(), code, at(0))).toBeNull();
  });

  it('comes from a secret of 160 bits that an app can read', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uriOf(secret, 'ana.lim')).toContain(`secret=${secret}`);
  });
});
