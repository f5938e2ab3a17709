import { describe, expect, it } from '@jest/globals';
import { composed, passwordProblem } from './password-rule.js';

describe('a new password', () => {
  it.each(['kettle orbit mango thursday', 'x7#9k2!pQ4$zLm', 'เก้าอี้ ภูเขา ดอกไม้', 'Zebra-Canoe-Lantern', 'rope'.concat(' tundra violet')])(
    'may be %j',
    (password) => expect(passwordProblem(password, 'ana.lim')).toBeNull(),
  );

  it.each([
    'short words',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    '123456789012345',
    'qwertyuiop[]asdf',
    'abcdefghijklmnop',
    'Password2026!!!!',
    'welcome-welcome1',
    'ana.lim-2026-night',
    'P@ssw0rdP@ssw0rd1',
    'haven-shelter-2026',
    'x'.repeat(201),
  ])('may not be %j', (password) => expect(passwordProblem(password, 'ana.lim')).toEqual(expect.any(String)));

  it('accepts 200 characters, however many bytes they are', () => {
    const long = 'ภูเขา kettle '.repeat(20);
    expect(passwordProblem(`violet tundra ${[...long].slice(0, 186).join('')}`, 'ana')).toBeNull();
  });

  it('is the same however a keyboard composes it', () => {
    expect(composed('café olé tundra'.normalize('NFD'))).toBe(composed('café olé tundra'.normalize('NFC')));
  });
});
