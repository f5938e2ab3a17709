import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { burdenWeights } from '@haven/kernel';
import { wayOf, type Interpreter } from './interpreter.js';
import { languageFit, type LanguageFit } from './language-fit.js';

const fitOf = (wanted: readonly string[], languages: readonly string[], interpreters: readonly Interpreter[] = []) =>
  languageFit(wanted, { languages, interpreters });
const said = (fit: LanguageFit): string => {
  if (fit.grade === 'DIRECT') return `DIRECT ${fit.language} ${fit.rank}`;
  if (fit.grade === 'INTERPRETER') return `INTERPRETER ${fit.language} ${wayOf(fit.interpreter)}`;
  return fit.grade === 'CLOSE' ? `CLOSE ${fit.language} by ${fit.understoodBy}` : fit.grade;
};

describe('languageFit', () => {
  it.each([
    [['km'], ['khm'], 'DIRECT km 0'],
    [['km'], ['KM'], 'DIRECT km 0'],
    [['zh-Hant'], ['zh-Hans'], 'DIRECT zh-Hant 0'],
    [['zh'], ['cmn'], 'DIRECT zh 0'],
    [['fa-AF'], ['pes'], 'DIRECT fa-AF 0'],
    [['ms'], ['zlm'], 'DIRECT ms 0'],
    [['sw'], ['swh'], 'DIRECT sw 0'],
    [['mww'], ['hmn'], 'DIRECT mww 0'],
    [['km', 'en'], ['id', 'en-GB'], 'DIRECT en 1'],
    [['haz'], ['fa-AF'], 'CLOSE fa-AF by haz'],
    [['fa-AF'], ['haz'], 'NONE'],
    [['haz', 'en'], ['prs', 'en'], 'DIRECT en 1'],
    [['lo'], ['th'], 'CLOSE th by lo'],
    [['th'], ['lo'], 'NONE'],
    [['rhg'], ['bn', 'ctg'], 'CLOSE ctg by rhg'],
    [['rhg'], ['bn'], 'NONE'],
    [['id'], ['ms'], 'CLOSE ms by id'],
    [['ms'], ['id'], 'CLOSE id by ms'],
    [['arz'], ['ar'], 'CLOSE ar by arz'],
    [['yue'], ['zh'], 'NONE'],
    [['ksw'], ['pwo', 'kjp'], 'NONE'],
    [['km'], ['en'], 'NONE'],
    [['km'], ['id'], 'NONE'],
    [['km'], ['no language at all'], 'NONE'],
    [['km'], [], 'UNKNOWN'],
  ])('%j where they speak %j: %s', (wanted, spoken, expected) => {
    expect([said(fitOf(wanted, spoken)), said(fitOf(wanted, spoken))]).toEqual([expected, expected]);
  });

  it.each([
    [['tsq'], ['th'], 'NONE'],
    [['th'], ['tsq'], 'NONE'],
    [['tsq'], ['th', 'tsq'], 'DIRECT tsq 0'],
    [['tsq'], ['ase'], 'NONE'],
    [['ins'], ['pks'], 'CLOSE pks by ins'],
    [['tsq'], ['th', 'sgn'], 'UNKNOWN'],
    [['sgn'], ['tsq'], 'UNKNOWN'],
    [['sgn'], ['sgn'], 'UNKNOWN'],
    [['th'], ['sgn'], 'NONE'],
  ])('a person who signs %j where they speak or sign %j: %s', (wanted, spoken, expected) => {
    expect(said(fitOf(wanted, spoken))).toBe(expected);
  });

  const there = (language: string | null): Interpreter => ({ language, by: 'THERE' });
  const phone = (language: string | null): Interpreter => ({ language, by: 'PHONE' });

  it.each<[string[], string[], Interpreter[], string]>([
    [['km'], ['th'], [phone('km'), there('khm')], 'INTERPRETER km THERE'],
    [['km', 'en'], ['th'], [phone('km'), there('en')], 'INTERPRETER en THERE'],
    [['km'], ['th'], [phone(null)], 'INTERPRETER km PHONE'],
    [['km'], ['km'], [there('km')], 'DIRECT km 0'],
    [['lo'], ['th'], [there('lo')], 'CLOSE th by lo'],
    [['km'], [], [phone('km')], 'INTERPRETER km PHONE'],
    [['km'], ['th'], [there('lo')], 'NONE'],
    [['haz'], ['en'], [there('fa')], 'NONE'],
    [['tsq'], ['th'], [there(null), phone('tsq')], 'NONE'],
    [['tsq'], ['th'], [there('tsq')], 'INTERPRETER tsq THERE'],
    [['tsq'], ['th'], [there('sgn')], 'UNKNOWN'],
    [['th'], ['en'], [there('tsq')], 'NONE'],
  ])('%j where they speak %j and have interpreters %j: %s', (wanted, spoken, interpreters, expected) => {
    expect(said(fitOf(wanted, spoken, interpreters))).toBe(expected);
  });

  it('stays right however many tags a directory has', () => {
    for (let i = 0; i < 25_000; i += 1) fitOf(['km'], [`x${i}`]);
    expect(said(fitOf(['km'], ['khm']))).toBe('DIRECT km 0');
  });

  const tags = [
    'km',
    'th',
    'lo',
    'tts',
    'haz',
    'fa',
    'fa-AF',
    'rhg',
    'ctg',
    'bn',
    'ms',
    'id',
    'zlm',
    'tsq',
    'ase',
    'sgn',
    'ins',
    'pks',
    'en',
  ];
  const some = fc.uniqueArray(fc.constantFrom(...tags), { minLength: 1, maxLength: 6 });
  const voices = fc.array(
    fc.record({ language: fc.option(fc.constantFrom(...tags)), by: fc.constantFrom('THERE' as const, 'PHONE' as const) }),
    { maxLength: 3 },
  );
  const cost = (fit: LanguageFit): number =>
    fit.grade === 'DIRECT'
      ? Math.min(fit.rank * burdenWeights.languageFurtherDown, burdenWeights.languageFurtherDownMost)
      : fit.grade === 'INTERPRETER'
        ? { THERE: burdenWeights.interpreterThere, PHONE: burdenWeights.interpreterByPhone }[wayOf(fit.interpreter)]
        : { CLOSE: burdenWeights.languageClose, UNKNOWN: burdenWeights.languageNotSaid, NONE: burdenWeights.languageNone }[fit.grade];

  it('is never worse with one more shared language', () => {
    fc.assert(
      fc.property(some, fc.subarray(tags), voices, fc.nat(), (wanted, spoken, interpreters, n) => {
        const shared = wanted[n % wanted.length]!;
        const before = cost(fitOf(wanted, spoken, interpreters));
        expect(cost(fitOf(wanted, [...spoken, shared], interpreters))).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('is never worse with one more interpreter', () => {
    fc.assert(
      fc.property(some, fc.subarray(tags), voices, voices, (wanted, spoken, interpreters, more) => {
        const before = cost(fitOf(wanted, spoken, interpreters));
        expect(cost(fitOf(wanted, spoken, [...interpreters, ...more]))).toBeLessThanOrEqual(before);
      }),
    );
  });

  it("is never worse with one more language at the end of the person's list", () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom(...tags), (wanted, spoken, further) => {
        expect(cost(fitOf([...wanted, further], spoken))).toBeLessThanOrEqual(cost(fitOf(wanted, spoken)));
      }),
    );
  });

  it('does not depend on the order in which a directory names languages', () => {
    fc.assert(
      fc.property(some, some, (wanted, spoken) => {
        expect(cost(fitOf(wanted, [...spoken].reverse()))).toBe(cost(fitOf(wanted, spoken)));
      }),
    );
  });
});
