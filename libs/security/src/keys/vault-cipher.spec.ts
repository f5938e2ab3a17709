import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createVaultCipher } from './vault-cipher.js';

const key = randomBytes(32);
const cipher = createVaultCipher([key]);
const text = (value: string) => new TextEncoder().encode(value);
const bytes = fc.uint8Array({ maxLength: 300 });

describe('vault cipher', () => {
  it('opens what it sealed', () => {
    fc.assert(
      fc.property(bytes, fc.string({ unit: 'binary' }), (plaintext, location) => {
        const opened = cipher.open(cipher.seal(plaintext, location), location);
        expect(opened.ok && Buffer.from(opened.value).equals(plaintext)).toBe(true);
      }),
    );
  });

  it('refuses a record with any bit flipped', () => {
    const sealed = cipher.seal(text('3.5952, 98.6722'), 'location-1');
    const accepted = Array.from({ length: sealed.length * 8 }, (_, bit) => {
      const altered = Uint8Array.from(sealed);
      altered[bit >> 3]! ^= 1 << (bit & 7);
      return cipher.open(altered, 'location-1').ok;
    }).filter(Boolean);
    expect(accepted).toHaveLength(0);
  });

  it('refuses a record that was cut or extended', () => {
    const sealed = cipher.seal(text('3.5952, 98.6722'), 'location-1');
    for (let length = 0; length < sealed.length; length += 1) expect(cipher.open(sealed.subarray(0, length), 'location-1').ok).toBe(false);
    expect(cipher.open(Buffer.concat([sealed, Buffer.of(0)]), 'location-1').ok).toBe(false);
  });

  it('refuses the record of another location, even if the ids differ only in lone surrogates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (mine, other) => {
        fc.pre(mine !== other);
        expect(cipher.open(cipher.seal(text('x'), mine), other)).toEqual({ ok: false, error: 'damaged' });
      }),
    );
    expect(cipher.open(cipher.seal(text('x'), '\ud800'), '\ud801').ok).toBe(false);
  });

  it('gives each record its own data key: parts of two records do not open together', () => {
    const [first, second] = [cipher.seal(text('first'), 'a'), cipher.seal(text('other'), 'a')];
    for (const cut of [9, 21, 69, 81]) {
      expect(cipher.open(Buffer.concat([first.subarray(0, cut), second.subarray(cut)]), 'a').ok).toBe(cut === 9);
    }
  });

  it('never uses a nonce twice', () => {
    const sealed = Array.from({ length: 10_000 }, () => Buffer.from(cipher.seal(text('same'), 'same')));
    const nonces = sealed.flatMap((record) => [record.subarray(9, 21).toString('hex'), record.subarray(69, 81).toString('hex')]);
    expect(new Set(nonces).size).toBe(20_000);
  });

  it('reveals nothing of the plaintext', () => {
    expect(Buffer.from(cipher.seal(text('Jalan Sudirman 12'), 'Jalan')).includes('Jalan')).toBe(false);
  });

  it('rotates: the first key encrypts, all keys decrypt, a removed key is reported as unknown', () => {
    const newer = randomBytes(32);
    const rotated = createVaultCipher([newer, key]);
    const old = cipher.seal(text('x'), 'a');
    expect(rotated.open(old, 'a').ok).toBe(true);
    expect([rotated.isOutdated(old), rotated.isOutdated(rotated.seal(text('x'), 'a'))]).toEqual([true, false]);
    expect(createVaultCipher([newer]).open(old, 'a')).toEqual({ ok: false, error: 'unknown-key' });
    expect(createVaultCipher([newer]).open(rotated.seal(text('x'), 'a'), 'a').ok).toBe(true);
  });

  it('accepts only keys of 32 bytes', () => {
    expect(() => createVaultCipher([])).toThrow(RangeError);
    expect(() => createVaultCipher([key, randomBytes(16)])).toThrow(RangeError);
  });
});
