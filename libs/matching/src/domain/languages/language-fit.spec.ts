import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { burdenWeights } from '@haven/kernel';
import { languageFit, type LanguageFit } from './language-fit.js';

const said = (fit: LanguageFit): string => {
  if (fit.grade === 'DIRECT') return `DIRECT ${fit.language} ${fit.rank}`;
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
    expect([said(languageFit(wanted, spoken)), said(languageFit(wanted, spoken))]).toEqual([expected, expected]);
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
  ])('who signs %j where they speak or sign %j: %s', (wanted, spoken, expected) => {
    expect(said(languageFit(wanted, spoken))).toBe(expected);
  });

  it('stays right however many tags a directory has', () => {
    for (let i = 0; i < 25_000; i += 1) languageFit(['km'], [`x${i}`]);
    expect(said(languageFit(['km'], ['khm']))).toBe('DIRECT km 0');
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
  const cost = (fit: LanguageFit): number =>
    fit.grade === 'DIRECT'
      ? Math.min(fit.rank * burdenWeights.languageFurtherDown, burdenWeights.languageFurtherDownMost)
      : { CLOSE: burdenWeights.languageClose, UNKNOWN: burdenWeights.languageNotSaid, NONE: burdenWeights.languageNone }[fit.grade];

  it('is never worse for one more shared language', () => {
    fc.assert(
      fc.property(some, fc.subarray(tags), fc.nat(), (wanted, spoken, n) => {
        const shared = wanted[n % wanted.length]!;
        expect(cost(languageFit(wanted, [...spoken, shared]))).toBeLessThanOrEqual(cost(languageFit(wanted, spoken)));
      }),
    );
  });

  it('is never worse for one more language at the end of the list of the person', () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom(...tags), (wanted, spoken, further) => {
        expect(cost(languageFit([...wanted, further], spoken))).toBeLessThanOrEqual(cost(languageFit(wanted, spoken)));
      }),
    );
  });

  it('does not depend on the order in which a directory names languages', () => {
    fc.assert(
      fc.property(some, some, (wanted, spoken) => {
        expect(cost(languageFit(wanted, [...spoken].reverse()))).toBe(cost(languageFit(wanted, spoken)));
      }),
    );
  });
});
