import { describe, expect, it } from '@jest/globals';
import { unknownRule, textOf, type AdmissionRule, type PersonClause } from '@haven/kernel';
import { eligibilityOf } from './eligibility.js';

const clause = (one: Partial<PersonClause>): PersonClause => ({
  ...{ genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false },
  ...one,
});
const rule = (one: Partial<AdmissionRule>): AdmissionRule => ({ ...unknownRule, ...one });
const mothers = rule({
  persons: [clause({ genders: ['WOMAN'], minimumAge: 14 }), clause({ genders: ['MAN'], maximumAge: 12, accompaniedOnly: true })],
});
const room = (admits: AdmissionRule) => ({ free: 0, admits });
const beds = (...pools: ReturnType<typeof room>[]) => ({ status: 'NO_CAPACITY' as const, confirmedAt: null, pools });
const said = (admission: AdmissionRule, rooms: ReturnType<typeof beds> | null = null, stays = true) =>
  eligibilityOf({ admission, beds: rooms }, stays)
    .map((one) => textOf(one, 'en'))
    .join(' ');

describe('whom a service takes', () => {
  it('is its rule', () => {
    expect(said(mothers)).toBe('They take women from 14 and boys up to 12 with their adult.');
    expect(said(rule({ nationalities: ['KH', 'TH'] }))).toBe('They take people with this nationality: Cambodia and Thailand.');
  });

  it('includes the rules of its rooms, one by one, full or not', () => {
    const adults = rule({ persons: [clause({ minimumAge: 18 })] });
    expect(said(mothers, beds(room(adults)))).toBe('They take women from 18.');
    expect(said(unknownRule, beds(room(mothers), room(adults)))).toBe(
      'They take women from 14, boys up to 12 with their adult and everyone from 18.',
    );
    expect(said(mothers, beds(room(adults)), false)).toBe('They take women from 14 and boys up to 12 with their adult.');
  });

  it('leaves out a part that is missing for some room', () => {
    expect(said(unknownRule)).toBe('');
    expect(said(unknownRule, beds(room(mothers), room(unknownRule)))).toBe('');
    expect(said(rule({ persons: [] }))).toBe('');
    expect(said(rule({ persons: [clause({ genders: ['WOMAN'], asked: true })] }))).toBe('');
    expect(said(rule({ persons: [clause({ asked: true, terms: ['Families (Open Eligibility)'] })] }))).toBe('');
  });
});
