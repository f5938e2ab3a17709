import { describe, expect, it } from '@jest/globals';
import { directionOf, languageOf } from './language.js';
import { texts } from './texts.js';

describe('the language of a page', () => {
  it.each([
    ['the language that the client asks for', 'th', 'fr,en', 'th'],
    ['the first supported one', 'xx vi', undefined, 'vi'],
    ['the language that the browser prefers', undefined, 'en;q=0.2, fr;q=0.9, de', 'fr'],
    ['a region of a language', undefined, 'ar-EG', 'ar'],
    ['another code of the same language', undefined, 'tl-PH', 'fil'],
    ['the old code of Indonesian', 'in', undefined, 'id'],
    ['a language that the browser does not refuse', undefined, 'th;q=0, my', 'my'],
    ['English if nothing fits', 'xx', 'yy', 'en'],
    ['English if nothing is asked for', undefined, undefined, 'en'],
    ['English for names of the prototype', 'constructor __proto__ toString', undefined, 'en'],
  ])('is %s', (_, uiLocales, acceptLanguage, expected) => {
    expect(languageOf(uiLocales, acceptLanguage)).toBe(expected);
  });

  it('runs from right to left in Arabic, Persian and Urdu', () => {
    const codes = Object.keys(texts) as (keyof typeof texts)[];
    expect(codes.filter((code) => directionOf(code) === 'rtl')).toEqual(['ur', 'fa', 'ar']);
  });
});

describe('the texts', () => {
  it.each(['en', 'id', 'ms', 'th', 'vi', 'my', 'km', 'bn', 'ur', 'fa', 'ar', 'fr', 'fil'] as const)('are complete in %s', (code) => {
    const names = (of: object) => Object.keys(of).sort();
    expect(names(texts[code])).toEqual(names(texts.en));
    for (const text of Object.values(texts[code])) expect(text.trim()).not.toBe('');
  });

  it('are translated', () => {
    // Words that some languages took over from English.
    const borrowed = new Set(['code', 'password']);
    for (const [code, said] of Object.entries(texts))
      if (code !== 'en')
        for (const [name, text] of Object.entries(said))
          if (!borrowed.has(name)) expect([code, name, text]).not.toEqual([code, name, texts.en[name as keyof typeof texts.en]]);
  });
});
