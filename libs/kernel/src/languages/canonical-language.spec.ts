import { describe, expect, it } from '@jest/globals';
import { canonicalLanguage } from './canonical-language.js';
import { isSignLanguage } from './sign-languages.js';

describe('canonicalLanguage', () => {
  it.each([
    ['khm', 'km'],
    ['ZH-hant-tw', 'zh-Hant-TW'],
    ['cmn', 'zh'],
    ['zh-yue', 'yue'],
    ['pes', 'fa'],
    ['prs', 'fa-AF'],
    ['swh', 'sw'],
    ['zsm', 'ms'],
    ['tl', 'fil'],
    ['iw', 'he'],
    ['sgn-US', 'ase'],
    ['sgn', 'sgn'],
    ['csx', 'csx'],
    ['ysm', 'ysm'],
    ['sl-rozaj', 'sl-rozaj'],
    ['xx', null],
    ['mul', null],
    ['not a tag', null],
    ['toString', null],
  ])('%s is %s', (tag, canonical) => expect(canonicalLanguage(tag)).toBe(canonical));
});

describe('isSignLanguage', () => {
  it.each(['sgn', 'sgn-TH', 'tsq', 'xml', 'inl', 'psp', 'ins', 'pks', 'ase', 'sfb', 'hos', 'asf', 'csx', 'ysm'])('%s is one', (tag) => {
    expect(isSignLanguage(tag)).toBe(true);
  });
  it.each(['th', 'ms', 'en-GB', 'sin', 'toString'])('%s is none', (tag) => expect(isSignLanguage(tag)).toBe(false));
});
