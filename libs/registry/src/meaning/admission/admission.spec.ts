import { describe, expect, it } from '@jest/globals';
import { AccessibilityNeed, type AdmissionRule, ageBounds, ExploitationType, Gender, LegalStatus, unknownRule } from '@haven/kernel';
import fc from 'fast-check';
import { admissionFromHsds } from './admission-from-hsds.js';
import { admissionValues, agesOf } from './admission-to-hsds.js';
import { areUnclear } from './ages.js';
import type { JsonRecord } from '../../reading/json-record.js';

const some = <T extends string>(values: Readonly<Record<string, T>>) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...Object.values(values))));
const age = fc.option(fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constantFrom(0.5, 17.5)));
const bounds = fc.tuple(age, age).filter(([from, to]) => !areUnclear(from, to));
const clause = fc
  .record({ genders: some(Gender), bounds, accompaniedOnly: fc.boolean(), asked: fc.boolean() })
  .map(({ genders, bounds: [from, to], accompaniedOnly, asked }) => ({
    genders,
    ...ageBounds(from, to),
    accompaniedOnly,
    ...(asked && { asked }),
  }));
const unlike = { selector: (value: unknown) => JSON.stringify(value) };
const rule: fc.Arbitrary<AdmissionRule> = fc.record({
  persons: fc.option(fc.uniqueArray(clause, { maxLength: 4, ...unlike })),
  legalStatuses: some(LegalStatus),
  exploitation: some(ExploitationType),
  accessibility: some(AccessibilityNeed),
  nationalities: fc.option(fc.uniqueArray(fc.constantFrom('ID', 'TH', 'KH'))),
  pregnancy: fc.option(fc.boolean()),
  referralRequired: fc.option(fc.boolean()),
});

const recordOf = (values: readonly { code: string; value: string }[], more: object = {}): JsonRecord => ({
  ...more,
  attributes: values.map(({ code, value }) => ({ value, taxonomy_term: { code } })),
});

describe('admission rules in HSDS', () => {
  it('come back as they went in', () => {
    fc.assert(fc.property(rule, (given) => expect(admissionFromHsds(recordOf(admissionValues(given), agesOf(given)))).toEqual(given)));
  });

  it('are read from the ages alone', () => {
    expect(admissionFromHsds({ minimum_age: 12, maximum_age: '17' })).toEqual({
      ...unknownRule,
      persons: [{ genders: null, minimumAge: 12, maximumAge: 17, accompaniedOnly: false }],
    });
  });

  it.each([
    ['Families with children', true],
    ['Women and children only', true],
    ['Mostly men, some women', true],
    ['Adults with children', true],
    ['For all people aged 18 and over who need counselling', false],
    ['Adults who live in the county', false],
    ['Call us', false],
    [null, false],
  ])('are asked about if a text beside the ages describes people by more than their age: %s', (text, asked) => {
    const [clause] = admissionFromHsds({ minimum_age: 18, ...(text !== null && { eligibility_description: text }) }).persons!;
    expect([clause!.minimumAge, clause!.asked ?? false]).toEqual([18, asked]);
  });

  it('keep part years beside whole years that refuse nobody', () => {
    expect(admissionFromHsds({ minimum_age: 0.5, maximum_age: 17.5 }).persons).toEqual([
      { genders: null, minimumAge: 0, exactMinimumAge: 0.5, maximumAge: 17, exactMaximumAge: 17.5, accompaniedOnly: false },
    ]);
  });

  it.each([
    { minimum_age: 18, maximum_age: 3 },
    { minimum_age: 0, maximum_age: 0 },
    { maximum_age: 0 },
    { minimum_age: 'twelve', maximum_age: 17 },
    { minimum_age: 12, maximum_age: 'ask' },
  ])('count as missing with %j: a match asks', (ages) => expect(admissionFromHsds(ages)).toEqual(unknownRule));

  it.each([
    [{ minimum_age: 21 }, [[21, 60]]],
    [{ minimum_age: 16, maximum_age: 40 }, [[18, 40]]],
    [{ minimum_age: 20.5 }, [[20, 60, { exactMinimumAge: 20.5 }]]],
    [{ minimum_age: 17.5 }, [[18, 60]]],
    [{ maximum_age: 59.5 }, [[18, 59, { exactMaximumAge: 59.5 }]]],
    [{ maximum_age: 60.5 }, [[18, 60, { exactMaximumAge: 60.5 }]]],
    [{ minimum_age: 'adults' }, [[18, 60, { asked: true }]]],
    [{ minimum_age: 0, maximum_age: 0 }, [[18, 60, { asked: true }]]],
    [{ maximum_age: 12 }, null],
    [{}, [[18, 60]]],
  ] as const)('read from a text keep to the age limits beside it: %j', (ages, expected) => {
    const value = '{"genders":null,"minimumAge":18,"maximumAge":60,"accompaniedOnly":false}';
    const personsOf = (label: string | null) =>
      admissionFromHsds({ ...ages, attributes: [{ value, label, taxonomy_term: { code: 'haven:admission.person' } }] }).persons;
    const clause = ([minimumAge, maximumAge, more = {}]: readonly [number, number, object?]) => ({
      ...{ genders: null, minimumAge, maximumAge, accompaniedOnly: false },
      ...more,
    });
    expect(personsOf('Worked out by Haven on import')).toEqual(expected && expected.map(clause));
    expect(personsOf(null)).toEqual([clause([18, 60])]);
  });

  it('name nationalities by code or by name, and count as missing if one cannot be read', () => {
    const named = (...countries: string[]) =>
      admissionFromHsds(recordOf(countries.map((value) => ({ code: 'haven:admission.nationality', value })))).nationalities;
    expect(named('Viet Nam', 'la', 'VN')).toEqual(['VN', 'LA']);
    expect(named('TH', 'the neighbours')).toBeNull();
  });

  it.each([
    ['false', undefined],
    ['null', undefined],
    ['true', true],
    ['"perhaps"', true],
  ])('are certain unless a clause says "asked": %s', (asked, expected) => {
    const value = `{"genders":null,"minimumAge":18,"maximumAge":null,"accompaniedOnly":false,"asked":${asked}}`;
    const [clause] = admissionFromHsds(recordOf([{ code: 'haven:admission.person', value }])).persons!;
    expect(clause!.asked).toBe(expected);
  });

  it('count as missing if the age of a clause cannot be read', () => {
    const value = '{"genders":null,"minimumAge":"ask","maximumAge":17,"accompaniedOnly":false}';
    expect(admissionFromHsds(recordOf([{ code: 'haven:admission.person', value }]))).toEqual(unknownRule);
  });

  it('count as missing if a value cannot be read: a word that we do not know must not turn anybody away', () => {
    const values = [
      { code: 'haven:admission.person', value: '{"genders":["WOMEN"]}' },
      { code: 'haven:admission.legal-status', value: 'EVERYBODY' },
      { code: 'haven:admission.pregnancy', value: 'maybe' },
    ];
    expect(admissionFromHsds(recordOf(values))).toEqual(unknownRule);
  });
});
