import { describe, expect, it } from '@jest/globals';
import { canonicalLanguage, languageFit } from './languages.js';

describe('languageFit', () => {
  it.each([
    [['km'], ['khm'], 'SAME km 0'],
    [['km'], ['KM'], 'SAME km 0'],
    [['zh-Hant'], ['zh-Hans'], 'BASE zh-Hant 0'],
    [['zh-Hant'], ['zh-Hans', 'zh-hant'], 'SAME zh-Hant 0'],
    [['km', 'en'], ['id', 'en-GB'], 'BASE en 1'],
    [['km'], ['id'], 'NONE'],
    [['km'], ['no language at all'], 'NONE'],
    [['km'], [], 'NONE'],
  ])('%j where they speak %j', (wanted, spoken, expected) => {
    const said = () => {
      const fit = languageFit(wanted, spoken);
      return fit.kind === 'NONE' ? fit.kind : `${fit.kind} ${fit.language} ${fit.rank}`;
    };
    expect([said(), said()]).toEqual([expected, expected]);
  });

  it('stays right however many tags a directory has', () => {
    for (let i = 0; i < 25_000; i += 1) languageFit(['km'], [`x${i}`]);
    expect(languageFit(['km'], ['khm'])).toEqual({ kind: 'SAME', language: 'km', rank: 0 });
  });
});

describe('canonicalLanguage', () => {
  it.each([
    ['khm', 'km'],
    ['ZH-hant-tw', 'zh-Hant-TW'],
    ['xx', null],
    ['not a tag', null],
  ])('%s is %s', (tag, canonical) => expect(canonicalLanguage(tag)).toBe(canonical));
});
