import { describe, expect, it } from '@jest/globals';
import { languagesOf, languageTag } from './languages.js';

describe('language tags', () => {
  it.each([
    ['khm', 'km'],
    ['PT-br', 'pt-BR'],
    ['zh_Hant', 'zh-Hant'],
    ['rhg', 'rhg'],
    ['ceb', 'ceb'],
    ['eng', 'en'],
    ['sgn', 'sgn'],
    ['xx', null],
    ['', null],
    ['en-', null],
    ['english', null],
    ['qqq-nope', null],
    ['toString', null],
  ])('%s is %s', (text, tag) => expect(languageTag(text)).toBe(tag));

  it.each([
    [null, 'English, Khmer and Thai', ['en', 'km', 'th']],
    ['ur', 'whatever', ['ur']],
    [null, 'Tagalog; Cantonese', ['tl', 'yue']],
    ['Spanish', null, ['es']],
    [null, 'Everything', []],
    [null, null, []],
    ['zz', 'Burmese', ['my']],
  ] as const)('code %s and name %s give %j', (code, name, tags) => expect(languagesOf(code, name)).toEqual(tags));
});
