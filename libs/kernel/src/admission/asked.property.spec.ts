import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EffectiveRule, unknownRule, type PersonClause } from './admission.js';
import { admits } from './admits.js';
import { type Person, personOf } from './person.js';
import type { Verdict } from './verdicts.js';
import { statedGenders } from './clauses.js';
import { Gender } from './people.js';

const age = fc.integer({ min: 0, max: 40 });
const clause: fc.Arbitrary<PersonClause> = fc
  .record({
    genders: fc.option(fc.uniqueArray(fc.constantFrom(...Object.values(Gender)), { minLength: 1, maxLength: 3 })),
    minimumAge: fc.option(age),
    maximumAge: fc.option(age),
    accompaniedOnly: fc.boolean(),
    asked: fc.boolean(),
  })
  .map(({ asked, ...rest }) => ({ ...rest, ...(asked && { asked }) }));
const rule = fc.array(clause, { minLength: 1, maxLength: 4 });
const rules = fc.array(rule, { minLength: 1, maxLength: 2 });
const party = fc
  .array(fc.tuple(fc.constantFrom(...Object.values(Gender)), fc.option(age), fc.option(fc.nat(3))), { minLength: 1, maxLength: 4 })
  .map((members) => members.map(([gender, years, carer], n) => personOf(gender, years, carer === null || carer === n ? null : carer)));

const effective = (all: readonly (readonly PersonClause[])[]): EffectiveRule => all.map((persons) => ({ ...unknownRule, persons }));
const verdicts = (all: readonly (readonly PersonClause[])[], people: readonly Person[]): Verdict[] =>
  people.map((person) => admits(effective(all), person, people)[0]!.verdict);
const every = (of: (clauses: readonly PersonClause[]) => PersonClause[]) => (all: readonly (readonly PersonClause[])[]) => all.map(of);
const asIfCertain = every((clauses) => clauses.map(({ asked: _, ...certain }) => certain));
const certainOnly = every((clauses) => clauses.filter(({ asked }) => !asked));

describe('a question about admission', () => {
  it('excludes nobody and admits nobody: excluded people fit no clause, and admitted people need no open one', () => {
    fc.assert(
      fc.property(rules, party, (all, people) => {
        const shutOut = (found: readonly Verdict[]) => found.map((verdict) => verdict === 'FAILS');
        const admitted = (found: readonly Verdict[]) => found.map((verdict) => verdict === 'FITS');
        expect(shutOut(verdicts(all, people))).toEqual(shutOut(verdicts(asIfCertain(all), people)));
        expect(admitted(verdicts(all, people))).toEqual(admitted(verdicts(certainOnly(all), people)));
      }),
    );
  });

  it('is never asked if the answer changes nothing: whoever is admitted whatever the answer is simply admitted', () => {
    const alone = every((clauses) => clauses.map((one) => ({ ...one, accompaniedOnly: false })));
    const openAge = fc.option(fc.nat(40));
    fc.assert(
      fc.property(rules, fc.constantFrom(...Object.values(Gender)), openAge, (all, gender, years) => {
        const verdictOn = (person: Person) => verdicts(alone(all), [person])[0]!;
        const ages = years === null ? Array.from({ length: 121 }, (_, n) => n) : [years];
        const genders = gender === 'UNDISCLOSED' ? statedGenders : [gender];
        const each = ages.flatMap((age) => genders.map((one) => verdictOn(personOf(one, age))));
        const listsUndisclosed = all.some((clauses) => clauses.some((one) => one.genders?.includes('UNDISCLOSED')));
        if (!listsUndisclosed) expect(verdictOn(personOf(gender, years)) === 'FITS').toBe(each.every((one) => one === 'FITS'));
      }),
      { numRuns: 300 },
    );
  });

  it('never turns a yes into a no or a no into a yes when it is added', () => {
    fc.assert(
      fc.property(rule, clause, party, (clauses, more, people) => {
        const before = verdicts([clauses], people);
        const after = verdicts([[...clauses, { ...more, asked: true }]], people);
        before.forEach((verdict, n) => expect([verdict, ...(verdict === 'FAILS' ? ['UNKNOWN'] : [])]).toContain(after[n]));
      }),
    );
  });
});
