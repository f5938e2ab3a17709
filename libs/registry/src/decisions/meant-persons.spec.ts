import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personsDecided } from '../crosswalks/persons-of-terms.js';
import { checkPersons, type MeantPersons, PersonGroup, personsOf, wordsOf } from './meant-persons.js';

const age = fc.option(fc.integer({ min: 1, max: 120 }), { nil: null });
const persons: fc.Arbitrary<MeantPersons> = fc
  .record({ groups: fc.subarray(Object.values(PersonGroup)), minimumAge: age, maximumAge: age, agesAreLimit: fc.boolean() })
  .filter((one) => checkPersons(one).length === 0);

describe('whom a decision means', () => {
  it('comes back from the words of the crosswalks', () => {
    fc.assert(fc.property(persons, (one) => void expect(personsOf(wordsOf(one))).toEqual(one)));
  });

  it('becomes clauses that name the decision', () => {
    fc.assert(
      fc.property(persons, fc.boolean(), (one, stays) => {
        const clauses = personsDecided({ values: wordsOf(one), by: 'Decision 1 of 2026-11-30' }, stays);
        expect(clauses.length).toBeGreaterThan(0);
        for (const { terms } of clauses) expect(terms).toEqual(['Decision 1 of 2026-11-30']);
      }),
    );
  });

  it('is refused if the ages have no effect', () => {
    const wrong = (given: Partial<MeantPersons>) =>
      checkPersons({ groups: [], minimumAge: null, maximumAge: null, agesAreLimit: false, ...given }).map(({ path }) => path);
    expect(wrong({})).toEqual([]);
    expect(wrong({ minimumAge: 1.5 })).toEqual(['persons.minimumAge']);
    expect(wrong({ maximumAge: 121 })).toEqual(['persons.maximumAge']);
    expect(wrong({ minimumAge: 20, maximumAge: 19 })).toEqual(['persons.minimumAge']);
    expect(wrong({ agesAreLimit: true })).toEqual(['persons.agesAreLimit']);
  });
});
