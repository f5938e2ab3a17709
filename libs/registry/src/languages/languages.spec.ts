import { describe, expect, it } from '@jest/globals';
import { languageTag } from './languages.js';

describe('language tags', () => {
  it.each([
    ['khm', 'km'],
    ['PT-br', 'pt-BR'],
    ['zh_Hant', 'zh-Hant'],
    ['rhg', 'rhg'],
    ['ceb', 'ceb'],
    ['eng', 'en'],
    ['sgn', 'sgn'],
    ['iw', 'he'],
    ['IN', 'id'],
    ['mo', 'ro'],
    ['zh-yue', 'yue'],
    ['zh_cmn_Hans', 'zh-Hans'],
    ['af-soomaali', null],
    ['ca-valencia', 'ca-valencia'],
    ['de-1996', 'de-1996'],
    ['xx', null],
    ['', null],
    ['en-', null],
    ['en, es', null],
    ['english', null],
    ['qqq-nope', null],
    ['mul', null],
    ['toString', null],
  ])('%s is %s', (text, tag) => expect(languageTag(text)).toBe(tag));
});
