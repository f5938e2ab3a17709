import { describe, expect, it } from '@jest/globals';
import { textOf } from './text-of.js';
import { reason, reasonKinds } from './reasons.js';
import type { ReasonCode, ReasonData } from './reasons.js';

const said = (code: ReasonCode, data: ReasonData) => textOf(reason(code, data), 'en');

describe('textOf', () => {
  it.each([
    ['km', 'They speak Khmer.'],
    ['zh-Hant', 'They speak Traditional Chinese.'],
    ['rhg', 'They speak Rohingya.'],
    // If the machine has no name for a language, the text contains its tag.
    ['xax', 'They speak xax.'],
    ['haz', 'They speak Hazaragi.'],
    ['tdt', 'They speak Tetun Dili.'],
  ])('names the language %s', (language, text) => expect(said('LANGUAGE_SPOKEN', { language })).toBe(text));

  it.each([
    ['TH', 'It is in another country (Thailand).'],
    ['ZZ', 'It is in another country (Unknown Region).'],
    ['nowhere!', 'It is in another country (nowhere!).'],
  ])('names the country %s', (country, text) => expect(said('CROSSES_BORDER', { country })).toBe(text));

  it('writes a moment as people do', () => {
    const old = said('BED_COUNT_OLD', { confirmedAt: '2026-01-05T10:00:00.000Z' });
    expect(old).toBe('The beds were last counted on 5 January 2026 at 10:00 UTC: call to confirm.');
    for (const data of [{}, { confirmedAt: 'lately' }] as ReasonData[]) {
      expect(said('BED_COUNT_OLD', data)).toBe('The beds were last counted at an unknown time: call to confirm.');
    }
  });

  it('writes a status as people do', () => {
    expect(said('NOT_ACTIVE', { status: 'TEMPORARILY_CLOSED' })).toBe('It takes nobody now: it is temporarily closed. Take another match.');
    expect(said('NOT_ACTIVE', { status: 'DEFUNCT' })).toBe('It takes nobody now: it is closed for good. Take another match.');
  });

  it('says who is not admitted, and whom the rules admit instead', () => {
    const women = { genders: ['WOMAN' as const], minimumAge: 18, maximumAge: null, accompaniedOnly: false };
    const text = said('NOT_ADMITTED_PERSONS', { member: 2, persons: [women] });
    expect(text).toMatch(/ It is about number 3 of the people named\. They take women from 18\.$/);
    expect(said('NOT_ADMITTED_ACCESSIBILITY', { accessibility: [] })).toBe(said('NOT_ADMITTED_ACCESSIBILITY', {}));
  });

  it('says of each who is not admitted', () => {
    const text = said('NOT_ADMITTED_PERSONS', { member: 0, members: [0, 1, 4] });
    expect(text).toMatch(/ It is about numbers 1, 2 and 5 of the people named\.$/);
  });

  it('counts people from one', () => {
    expect([0, 1, 10].map((member) => /number (\S+) of/.exec(said('CHILD_APART', { member }))?.[1])).toEqual(['1', '2', '11']);
  });

  it.each(Object.keys(reasonKinds).filter((code) => code.startsWith('ASK_')))('%s says to ask', (code) => {
    expect(textOf(reason(code as ReasonCode), null)).toMatch(/\bask\b/i);
  });

  it.each(Object.keys(reasonKinds))('%s has plain, person-first words', (code) => {
    expect(textOf(reason(code as ReasonCode), null)).not.toMatch(
      /\b(pregnant persons|victims?|illegals?|the disabled|party|null|undefined)\b/i,
    );
  });
});
