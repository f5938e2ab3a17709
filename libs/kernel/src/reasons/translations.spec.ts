import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AccessibilityNeed, ExploitationType, Gender, LegalStatus } from '../admission/people.js';
import { reason, reasonKinds, type ReasonCode, type ReasonData } from './reasons.js';
import { sentencesOf, textOf } from './text-of.js';
import { translationFor, translations } from './translations.js';

const codes = Object.keys(reasonKinds) as ReasonCode[];
const english = translations.get('en')!;
const languages = [...translations.keys()];
const others = [...translations].filter(([language]) => language !== 'en');
const rightToLeft = ['ar', 'fa', 'ur'];
const scripts: Readonly<Record<string, string>> = {
  ...{ ar: 'Arabic', fa: 'Arabic', ur: 'Arabic', bn: 'Bengali', km: 'Khmer', my: 'Myanmar', th: 'Thai' },
  ...Object.fromEntries(['en', 'fil', 'fr', 'id', 'ms', 'vi'].map((language) => [language, 'Latin'])),
};
const own = (language: string) => new RegExp(`[\\p{Script=${scripts[language]}}\\p{Script=Common}\\p{Script=Inherited}]`, 'gu');
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

const questions = codes.filter((code) => code.startsWith('ASK_') && code !== 'ASK_FURTHER');
const someOf = <T extends string>(values: Readonly<Record<string, T>>) => fc.subarray(Object.values(values), { minLength: 1 });
const age = fc.option(fc.nat(120));
const clause = fc.record({ genders: fc.option(someOf(Gender)), minimumAge: age, maximumAge: age, accompaniedOnly: fc.boolean() });

/** Values as the rules produce them: the country and the moment may be unknown. */
const dataOf = fc.record(
  {
    ...{ km: fc.double({ min: 0, max: 20_000, noNaN: true }).map((km) => km.toFixed(1)) },
    ...{ free: fc.nat(), needed: fc.nat(), beds: fc.nat(), most: fc.nat(), member: fc.nat(99), age: fc.constant(18) },
    language: fc.constantFrom('km', 'zh-Hant', 'rhg', 'xax', 'not a tag'),
    understoodBy: fc.constantFrom('haz', 'fa-AF'),
    country: fc.constantFrom('TH', 'MM', 'ZZ', 'nowhere!'),
    confirmedAt: fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
    opensAt: fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
    service: fc.constantFrom('Pusat Anak', 'Child line 111'),
    status: fc.constantFrom('INACTIVE', 'DEFUNCT', 'TEMPORARILY_CLOSED', 'ACTIVE', 'SOMETHING_NEW'),
    persons: fc.array(clause, { minLength: 1, maxLength: 3 }),
    legalStatuses: someOf(LegalStatus),
    nationalities: fc.uniqueArray(fc.constantFrom('TH', 'MM', 'KH'), { minLength: 1 }),
    exploitation: someOf(ExploitationType),
    accessibility: someOf(AccessibilityNeed),
    wishes: fc.constant(['INTERPRETER_GENDER', 'INTERPRETER_BY_PHONE', 'INTERPRETER_COMMUNITY']),
    members: fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }),
    parts: fc.constant(questions.map((code) => code.replace('ASK_', ''))),
  },
  {
    requiredKeys: [
      ...(['km', 'free', 'needed', 'beds', 'most', 'member', 'age', 'language', 'understoodBy', 'status', 'service'] as const),
      ...(['persons', 'legalStatuses', 'nationalities', 'exploitation', 'accessibility', 'wishes', 'parts'] as const),
    ],
  },
);

describe('translations', () => {
  it('are in thirteen languages', () => {
    expect([...languages].sort()).toEqual(['ar', 'bn', 'en', 'fa', 'fil', 'fr', 'id', 'km', 'ms', 'my', 'th', 'ur', 'vi']);
    expect(others.filter(([, { rightToLeft }]) => rightToLeft).map(([language]) => language)).toEqual(rightToLeft);
    for (const [language, { locale }] of translations) expect(new Intl.Locale(locale).language).toBe(language);
  });

  it.each(others)('into %s express every reason with the values of the English text', (_, { texts, words }) => {
    expect(Object.keys(texts).sort()).toEqual([...codes].sort());
    for (const code of codes) expect([code, placeholders(texts[code])]).toEqual([code, placeholders(english.texts[code])]);
    for (const code of codes) expect(texts[code]).not.toBe(english.texts[code]);
    expect(new Set(Object.values(texts)).size).toBe(codes.length);
    expect(placeholders(words.moment)).toEqual(['{date}', '{time}']);
    expect(placeholders(words.aboutMember)).toEqual(['{member}']);
    expect(placeholders(words.aboutMembers)).toEqual(['{members}']);
    expect(placeholders(words.byTerms)).toEqual(['{terms}']);
    expect(words.moment).toContain('UTC');
    expect(new Set(Object.values(words.statuses)).size).toBe(4);
  });

  it.each(others)('into %s express the parts of a rule', (_, { rules }) => {
    const of = english.rules;
    for (const pattern of ['from', 'upTo', 'between', 'accompanied'] as const)
      expect(placeholders(rules[pattern])).toEqual(placeholders(of[pattern]));
    for (const words of ['genders', 'legalStatuses', 'exploitation', 'accessibility', 'topics'] as const) {
      const said = Object.values(rules[words]);
      expect([words, new Set(said).size]).toEqual([words, Object.keys(of[words]).length]);
    }
  });

  it.each([...translations])('into %s are in its script', (language, { texts, words, rules }) => {
    for (const text of [
      ...Object.values(rules).flatMap((said: string | Readonly<Record<string, string>>) =>
        typeof said === 'string' ? [said] : Object.values(said),
      ),
      ...Object.values(texts),
      ...Object.values(words.statuses),
      words.moment,
      words.unknownMoment,
      words.unknownCountry,
      words.aboutMember,
      words.aboutMembers,
    ]) {
      const foreign = text.replace(/\{\w+\}|\bUTC\b/g, '').replace(own(language), '');
      expect([text, foreign]).toEqual([text, '']);
    }
  });

  it.each(languages)('into %s use every value', (language) => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), dataOf, (code, data: ReasonData) => {
        const text = textOf(reason(code, data), language);
        expect(text).not.toMatch(/[{}?]|undefined|NaN|null|Invalid/);
        expect(text).not.toMatch(/[A-Z]_[A-Z]/);
      }),
    );
  });

  it.each(languages)('into %s name languages and countries in its script', (language) => {
    for (const spoken of [...languages, 'lo', 'zh', 'hi', 'ne', 'ta', 'rhg', 'ps', 'ru', 'es'])
      expect(foreignIn('LANGUAGE_SPOKEN', { language: spoken }, language)).toBe('');
    for (const country of ['TH', 'KH', 'MM', 'LA', 'VN', 'ID', 'MY', 'PH', 'BD', 'PK', 'IR', 'AF', 'AE', 'SY', 'FR', 'GB'])
      expect(foreignIn('CROSSES_BORDER', { country }, language)).toBe('');
    expect(textOf(reason('LANGUAGE_SPOKEN', { language: 'xax' }), language)).toContain('xax');
    // Known in English only.
    expect(textOf(reason('LANGUAGE_SPOKEN', { language: 'hnj' }), language)).not.toMatch(/\bhnj\b/);
  });

  function foreignIn(code: ReasonCode, data: ReasonData, language: string): string {
    return textOf(reason(code, data), language).replace(own(language), '');
  }
});

describe('values', () => {
  it.each([
    ['ar', '1,234.5'],
    ['bn', '1,234.5'],
    ['en', '1,234.5'],
    ['fa', '1,234.5'],
    ['fil', '1,234.5'],
    ['fr', '1\u202f234,5'],
    ['id', '1.234,5'],
    ['km', '1,234.5'],
    ['ms', '1,234.5'],
    ['my', '1,234.5'],
    ['th', '1,234.5'],
    ['ur', '1,234.5'],
    ['vi', '1.234,5'],
  ])('have Latin digits, separated as in %s: %s', (language, number) =>
    expect(textOf(reason('TOO_FAR', { km: '1234.5' }), language)).toContain(number),
  );

  it('show distances with one decimal and counts with none', () => {
    expect(textOf(reason('NEARBY', { km: '3.0' }), 'fr')).toBe('À 3,0 km.');
    expect(textOf(reason('BEDS_FREE', { free: 3, needed: 2 }), 'id')).toBe('Tempat tidur kosong: 3; yang dibutuhkan: 2.');
    expect(textOf(reason('HOLD_LIMIT', { most: 12 }), 'fa')).toContain('12');
  });

  it.each([
    ['th', /5 มกราคม .*2026/],
    ['fa', /5 ژانویهٔ 2026/],
    ['ar', /5 يناير 2026/],
    ['id', /5 Januari 2026 pukul 22.05 waktu UTC/],
    ['fr', /5 janvier 2026 à 22:05/],
  ])('are in the Gregorian calendar and 24 hours in %s', (language, text) => {
    const said = textOf(reason('BED_COUNT_OLD', { confirmedAt: '2026-01-05T22:05:00.000Z' }), language);
    expect(said).toMatch(text);
    expect(said).toMatch(/22[.:]05/);
  });

  it('say when a place opens without mentioning the past', () => {
    const opensAt = '2026-01-05T22:05:00.000Z';
    expect(textOf(reason('CLOSED_NOW', { opensAt }), 'en')).toBe(
      'It is closed now: send nobody before it opens (5 January 2026, 22:05 UTC).',
    );
    expect(textOf(reason('CLOSED_NOW', { opensAt }), 'fil')).not.toContain('noong');
  });

  it.each([
    ['2026-01-06T05:05:00+07:00', '6 January 2026, 05:05 UTC+7'],
    ['2026-01-06T03:50:00+05:45', '6 January 2026, 03:50 UTC+5:45'],
    ['2026-01-05T18:35:00-03:30', '5 January 2026, 18:35 UTC-3:30'],
    ['2026-01-05T22:05:00+00:00', '5 January 2026, 22:05 UTC'],
  ])('say when a place opens by the clock there: %s', (opensAt, text) =>
    expect(textOf(reason('INTAKE_LATER', { opensAt }), 'en')).toContain(`(${text})`),
  );

  it('name a status in words of the language', () => {
    expect(textOf(reason('NOT_ACTIVE', { status: 'DEFUNCT' }), 'vi')).toContain('đã đóng cửa hẳn');
  });

  it.each(languages)('are isolated in %s if it runs from right to left, and only then', (language) => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), dataOf, (code, data: ReasonData) => {
        const text = textOf(reason(code, data), language);
        const values = placeholders(sentencesOf(reason(code, data), english)).length;
        expect(text.match(/\u2068[^\u2068\u2069]+\u2069/g) ?? []).toHaveLength(rightToLeft.includes(language) ? values : 0);
        if (rightToLeft.includes(language)) expect(text.replace(/\u2068.*?\u2069/gs, '')).not.toMatch(/[\p{Nd}\p{Script=Latin}]/u);
      }),
    );
  });
});

describe('the language of a locale', () => {
  it.each([
    ['id-ID', 'id'],
    ['ID', 'id'],
    ['ind', 'id'],
    ['in', 'id'],
    ['zsm', 'ms'],
    ['ms-Arab', 'ms'],
    ['tl', 'fil'],
    ['tl-PH', 'fil'],
    ['fil', 'fil'],
    ['prs', 'fa'],
    ['fa-AF', 'fa'],
    ['fa_IR.UTF-8', 'fa'],
    ['pes', 'fa'],
    ['arb', 'ar'],
    ['ar-u-nu-arab', 'ar'],
    ['mya', 'my'],
    ['fr-CA', 'fr'],
    ['en-US', 'en'],
    ['de', 'en'],
    ['root', 'en'],
    ['french', 'en'],
    ['fr1', 'en'],
    ['x-fr', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%j is %s', (locale, language) => expect(translationFor(locale)).toBe(translations.get(language)));

  it('is found for any text, or is English', () => {
    const tag = fc.stringMatching(/^[a-zA-Z]{1,8}([-_][a-zA-Z0-9]{1,8}){0,4}$/);
    fc.assert(
      fc.property(
        fc.oneof(tag, fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'i-klingon', '-', 'en-')),
        (locale) => {
          expect([...translations.values()].map(({ texts }) => texts.LAST_BEDS)).toContain(textOf(reason('LAST_BEDS'), locale));
        },
      ),
    );
  });
});
