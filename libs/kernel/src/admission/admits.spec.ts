import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveRule, unknownRule } from './admission.js';
import type { AdmissionRule, PersonClause } from './admission.js';
import { ageBounds } from './ages.js';
import { admits, admitsAll, admitting, overall } from './admits.js';
import { personOf } from './person.js';
import type { AdmissionPart } from './part-verdicts.js';
import type { Person } from './person.js';
import { ExploitationType, Gender, LegalStatus } from './people.js';

const clause = (part: Partial<PersonClause>): PersonClause => ({
  genders: null,
  minimumAge: null,
  maximumAge: null,
  accompaniedOnly: false,
  ...part,
});
const verdictOn = (part: AdmissionPart, rule: Partial<AdmissionRule>, person: Person, party: Person[] = [person]) =>
  admits({ ...unknownRule, ...rule }, person, party).find((v) => v.part === part)!;

const women = clause({ genders: ['WOMAN'], minimumAge: 18 });
const boys = clause({ genders: ['MAN'], maximumAge: 12, accompaniedOnly: true });
const mother = personOf('WOMAN', 30);
const boy = personOf('MAN', 12);
const someGirl = personOf('WOMAN', null);

describe('persons', () => {
  it.each([
    ['a woman in a women’s house', [women], mother, [mother], 'FITS'],
    ['the lower bound belongs to it', [women], personOf('WOMAN', 18), [], 'FITS'],
    ['one year too young', [women], personOf('WOMAN', 17), [], 'FAILS'],
    ['unknown age', [women], personOf('WOMAN', null), [], 'UNKNOWN'],
    ['unknown age without a bound', [clause({ genders: ['WOMAN'] })], personOf('WOMAN', null), [], 'FITS'],
    ['wrong gender is no, whatever the age', [women], personOf('MAN', null), [], 'FAILS'],
    ['undisclosed gender', [women], personOf('UNDISCLOSED', 30), [], 'UNKNOWN'],
    ['girls and women are of any age', [women, clause({ genders: ['WOMAN'], maximumAge: 17 })], personOf('WOMAN', null), [], 'FITS'],
    ['a year between them is asked', [women, clause({ genders: ['WOMAN'], maximumAge: 16 })], personOf('WOMAN', null), [], 'UNKNOWN'],
    ['what may be meant is asked', [women, clause({ maximumAge: 17, asked: true })], personOf('WOMAN', null), [], 'UNKNOWN'],
    [
      'a child of unknown age with her mother',
      [women, clause({ maximumAge: 17, accompaniedOnly: true })],
      someGirl,
      [mother, someGirl],
      'FITS',
    ],
    ['that child alone', [women, clause({ maximumAge: 17, accompaniedOnly: true })], someGirl, [someGirl], 'UNKNOWN'],
    ['a house without any clause admits nobody', [], mother, [mother], 'FAILS'],
    ['a boy with his mother', [women, boys], boy, [mother, boy], 'FITS'],
    ['a boy alone', [women, boys], boy, [boy], 'FAILS'],
    ['a boy with a girl of 17', [clause({ genders: ['WOMAN'] }), boys], boy, [personOf('WOMAN', 17), boy], 'FAILS'],
    ['a boy with a man who is not admitted', [women, boys], boy, [personOf('MAN', 40), boy], 'FAILS'],
    ['a boy with a woman of unknown age', [women, boys], boy, [personOf('WOMAN', null), boy], 'UNKNOWN'],
    [
      'nobody can be an adult under a bound of 17',
      [clause({ genders: ['WOMAN'], maximumAge: 17 }), boys],
      boy,
      [personOf('WOMAN', null), boy],
      'FAILS',
    ],
    [
      'two who may come only accompanied do not accompany each other',
      [clause({ accompaniedOnly: true })],
      mother,
      [mother, personOf('MAN', 40)],
      'FAILS',
    ],
  ] as const)('%s', (_, persons, person, party, verdict) => {
    expect(verdictOn('persons', { persons }, person, [...party]).verdict).toBe(verdict);
  });

  it.each([
    [0, [0.5, 3], 'UNKNOWN'],
    [1, [0.5, 3], 'FITS'],
    [3, [0.5, 3], 'FITS'],
    [4, [0.5, 3], 'FAILS'],
    [16, [17.5, null], 'FAILS'],
    [17, [17.5, null], 'UNKNOWN'],
    [18, [17.5, null], 'FITS'],
    [16, [null, 17.5], 'FITS'],
    [17, [null, 17.5], 'UNKNOWN'],
    [18, [null, 17.5], 'FAILS'],
    [0, [0.25, 0.75], 'UNKNOWN'],
    [1, [0.25, 0.75], 'FAILS'],
    [null, [17.5, null], 'UNKNOWN'],
  ] as const)('age %s between %j: whole years do not show the part of a year', (age, [minimum, maximum], verdict) => {
    const persons = [clause(ageBounds(minimum, maximum))];
    expect(verdictOn('persons', { persons }, personOf('WOMAN', age)).verdict).toBe(verdict);
  });

  it('the age of a companion in whole years does not tell whether they are let in by a bound in part years', () => {
    const persons = [clause({ genders: ['WOMAN'], ...ageBounds(18.5, null) }), boys];
    expect(verdictOn('persons', { persons }, boy, [personOf('WOMAN', 18), boy]).verdict).toBe('UNKNOWN');
    expect(verdictOn('persons', { persons }, boy, [personOf('WOMAN', 19), boy]).verdict).toBe('FITS');
  });

  it('names who leaves it open', () => {
    expect(verdictOn('persons', {}, mother)).toMatchObject({ verdict: 'UNKNOWN', silent: 'PLACE' });
    expect(verdictOn('persons', { persons: [women] }, personOf('WOMAN', null))).toMatchObject({ verdict: 'UNKNOWN', silent: 'PERSON' });
  });
});

describe('a carer', () => {
  const girls = clause({ genders: ['WOMAN'], minimumAge: 8, maximumAge: 17 });
  const babies = clause({ maximumAge: 3, accompaniedOnly: true });
  const girl = personOf('WOMAN', 16);
  const baby = personOf('MAN', 1, 0);

  it.each([
    ['an admitted carer of any age brings the people in their care', [girl, baby], 'FITS'],
    ['is not every girl of the party', [girl, personOf('MAN', 1)], 'FAILS'],
    ['who is not admitted brings nobody', [personOf('WOMAN', 20), baby], 'FAILS'],
    ['of unknown age is asked about', [personOf('WOMAN', null), baby], 'UNKNOWN'],
    ['may be cared for by another', [girl, personOf('WOMAN', 3, 0), personOf('MAN', 1, 1)], 'FITS'],
    ['who cares for themselves in a circle brings nobody', [personOf('WOMAN', 2, 1), personOf('WOMAN', 3, 0)], 'FAILS'],
  ] as const)('%s', (_, party, verdict) => {
    expect(verdictOn('persons', { persons: [girls, babies] }, party.at(-1)!, [...party]).verdict).toBe(verdict);
  });
});

describe('the work of judging a party', () => {
  /** How often a clause is checked when each member of a party is judged. */
  function looksFor(people: number, clauses: number): number {
    let looks = 0;
    const counted = (one: PersonClause): PersonClause => ({
      ...one,
      get genders() {
        looks += 1;
        return one.genders;
      },
    });
    const persons = Array.from({ length: clauses }, () => counted(clause({ accompaniedOnly: true })));
    // Each person's carer is the next one, and the rule admits none of them as an adult alone.
    const party = Array.from({ length: people }, (_, i) => personOf('WOMAN', 5, i + 1 < people ? i + 1 : null));
    const judge = admitting({ ...unknownRule, persons }, party);
    expect(party.map(judge.verdictOn)).toEqual(party.map(() => 'FAILS'));
    return looks;
  }

  it('grows with people and clauses, not with the number of paths between carers', () => {
    for (const [people, clauses] of [
      [6, 2],
      [8, 3],
      [8, 4],
    ] as const)
      expect(looksFor(people, clauses)).toBeLessThanOrEqual(2 * people * clauses);
  });

  it('looks for an adult of the party once', () => {
    let looks = 0;
    const grown = {
      ...women,
      get minimumAge() {
        looks += 1;
        return 18;
      },
    };
    const persons = [grown, ...Array.from({ length: 50 }, () => boys)];
    const party = [mother, ...Array.from({ length: 20 }, () => personOf('MAN', 5))];
    expect(party.map(admitting({ ...unknownRule, persons }, party).partsOn).every(([parts]) => parts!.verdict === 'FITS')).toBe(true);
    expect(looks).toBeLessThan(200);
  });
});

describe('a clause that a text leaves open', () => {
  const girls = [clause({ genders: ['WOMAN'], maximumAge: 17 }), clause({ genders: ['WOMAN', 'NON_BINARY'], asked: true })];

  it.each([
    ['who is surely meant', personOf('WOMAN', 12), 'FITS', null],
    ['who may be meant', personOf('WOMAN', 30), 'UNKNOWN', 'PLACE'],
    ['who may be meant, too', personOf('NON_BINARY', 12), 'UNKNOWN', 'PLACE'],
    ['whose own answer may settle it', personOf('WOMAN', null), 'UNKNOWN', 'PERSON'],
    ['who is surely not meant', personOf('MAN', 12), 'FAILS', null],
  ] as const)('%s', (_, person, verdict, silent) => {
    expect(verdictOn('persons', { persons: girls }, person)).toEqual({ part: 'persons', verdict, silent });
  });

  it('asks the shelter even if another member of the party has to be asked', () => {
    const party = [personOf('WOMAN', null), personOf('WOMAN', 30), personOf('WOMAN', 40)];
    const verdicts = admitsAll({ ...unknownRule, persons: girls }, party, party).filter(({ part }) => part === 'persons');
    expect(verdicts.map(({ verdict, silent }) => [verdict, silent])).toEqual([
      ['UNKNOWN', 'PERSON'],
      ['UNKNOWN', 'PLACE'],
    ]);
  });

  it('makes nobody a certain companion', () => {
    const persons = [clause({ genders: ['WOMAN'], minimumAge: 18, asked: true }), boys];
    expect(verdictOn('persons', { persons }, boy, [mother, boy])).toMatchObject({ verdict: 'UNKNOWN', silent: 'PLACE' });
  });
});

describe('the effective rule of a service and its pool', () => {
  const both = (service: Partial<AdmissionRule>, pool: Partial<AdmissionRule>) =>
    effectiveRule({ ...unknownRule, ...service }, { ...unknownRule, ...pool });
  const on = (part: AdmissionPart, service: Partial<AdmissionRule>, pool: Partial<AdmissionRule>, ...party: Person[]) =>
    admits(both(service, pool), party[0]!, party).find((v) => v.part === part)!;
  const girls = [clause({ genders: ['WOMAN'], minimumAge: 8, maximumAge: 17 })];

  it('is the other rule if one says nothing', () => {
    for (const [service, pool] of [
      [{ persons: girls }, {}],
      [{}, { persons: girls }],
    ]) {
      expect(on('persons', service!, pool!, personOf('MAN', 40)).verdict).toBe('FAILS');
      expect(on('persons', service!, pool!, personOf('WOMAN', 9)).verdict).toBe('FITS');
    }
    expect(on('persons', {}, {}, mother)).toMatchObject({ verdict: 'UNKNOWN', silent: 'PLACE' });
  });

  it.each([
    ['persons', { persons: [women] }, { persons: [clause({ maximumAge: 25 })] }, personOf('WOMAN', 30), 'FAILS'],
    ['persons', { persons: [women] }, { persons: [clause({ maximumAge: 25 })] }, personOf('WOMAN', 20), 'FITS'],
    ['persons', { persons: [] }, { persons: [women] }, mother, 'FAILS'],
    ['legalStatuses', { legalStatuses: ['CITIZEN'] }, { legalStatuses: ['REFUGEE'] }, { ...mother, legalStatus: 'CITIZEN' }, 'FAILS'],
    ['nationalities', { nationalities: ['TH'] }, { nationalities: ['TH', 'KH'] }, { ...mother, nationality: 'TH' }, 'FITS'],
    ['exploitation', { exploitation: ['SEXUAL'] }, { exploitation: ['LABOUR'] }, { ...mother, exploitation: ['SEXUAL', 'LABOUR'] }, 'FITS'],
    ['exploitation', { exploitation: ['SEXUAL'] }, { exploitation: ['LABOUR'] }, { ...mother, exploitation: ['SEXUAL'] }, 'FAILS'],
    ['pregnancy', { pregnancy: true }, { pregnancy: false }, { ...mother, pregnant: true }, 'FAILS'],
    ['pregnancy', { pregnancy: true }, {}, { ...mother, pregnant: true }, 'FITS'],
    ['accessibility', { accessibility: ['DEAF'] }, { accessibility: [] }, { ...mother, accessibility: ['DEAF'] }, 'FAILS'],
    ['accessibility', { accessibility: ['DEAF'] }, {}, { ...mother, accessibility: ['DEAF'] }, 'FITS'],
  ] as const)('%s: %j and %j', (part, service, pool, person, verdict) => {
    expect(on(part, service as Partial<AdmissionRule>, pool as Partial<AdmissionRule>, person as Person).verdict).toBe(verdict);
  });

  it('lets an adult accompany somebody only if both rules admit that adult', () => {
    const child = clause({ maximumAge: 12, accompaniedOnly: true });
    const service = { persons: [women, clause({ accompaniedOnly: true })] };
    const pool = { persons: [clause({ genders: ['MAN'], minimumAge: 18 }), child] };
    const party = [boy, mother, personOf('MAN', 40)];
    expect(on('persons', service, {}, ...party).verdict).toBe('FITS');
    expect(on('persons', {}, pool, ...party).verdict).toBe('FITS');
    expect(on('persons', service, pool, ...party).verdict).toBe('FAILS');
  });
});

describe('the other parts', () => {
  it.each([
    ['legalStatuses', { legalStatuses: ['REFUGEE'] }, { legalStatus: 'REFUGEE' }, 'FITS'],
    ['legalStatuses', { legalStatuses: ['REFUGEE'] }, { legalStatus: 'CITIZEN' }, 'FAILS'],
    ['legalStatuses', { legalStatuses: ['REFUGEE'] }, { legalStatus: 'UNKNOWN' }, 'UNKNOWN'],
    ['legalStatuses', { legalStatuses: ['REFUGEE'] }, {}, 'UNKNOWN'],
    ['legalStatuses', { legalStatuses: ['REFUGEE', 'UNKNOWN'] }, {}, 'FITS'],
    ['legalStatuses', { legalStatuses: Object.values(LegalStatus).filter((one) => one !== 'UNKNOWN') }, {}, 'FITS'],
    ['exploitation', { exploitation: Object.values(ExploitationType) }, {}, 'FITS'],
    [
      'persons',
      { persons: [{ ...women, genders: Object.values(Gender).filter((one) => one !== 'UNDISCLOSED') }] },
      { gender: 'UNDISCLOSED' },
      'FITS',
    ],
    ['nationalities', { nationalities: ['KH', 'LA'] }, { nationality: 'LA' }, 'FITS'],
    ['nationalities', { nationalities: ['KH', 'LA'] }, { nationality: 'VN' }, 'FAILS'],
    ['nationalities', { nationalities: ['KH', 'LA'] }, {}, 'UNKNOWN'],
    ['exploitation', { exploitation: ['SEXUAL', 'LABOUR'] }, { exploitation: ['OTHER', 'LABOUR'] }, 'FITS'],
    ['exploitation', { exploitation: ['SEXUAL'] }, { exploitation: ['LABOUR'] }, 'FAILS'],
    ['exploitation', { exploitation: ['SEXUAL'] }, { exploitation: [] }, 'UNKNOWN'],
    ['exploitation', { exploitation: ['SEXUAL'] }, {}, 'UNKNOWN'],
    ['pregnancy', { pregnancy: false }, { pregnant: true }, 'FAILS'],
    ['pregnancy', { pregnancy: false }, { pregnant: false }, 'FITS'],
    ['pregnancy', { pregnancy: false }, {}, 'UNKNOWN'],
    ['pregnancy', { pregnancy: false }, { gender: 'MAN' }, 'FITS'],
    ['pregnancy', { pregnancy: true }, { pregnant: false }, 'FITS'],
    ['pregnancy', {}, { pregnant: true }, 'UNKNOWN'],
    ['pregnancy', {}, {}, 'FITS'],
    ['accessibility', { accessibility: ['DEAF', 'WHEELCHAIR'] }, { accessibility: ['WHEELCHAIR'] }, 'FITS'],
    ['accessibility', { accessibility: ['DEAF'] }, { accessibility: ['DEAF', 'WHEELCHAIR'] }, 'FAILS'],
    ['accessibility', { accessibility: [] }, { accessibility: ['DEAF'] }, 'FAILS'],
    ['accessibility', { accessibility: [] }, {}, 'FITS'],
    ['accessibility', {}, { accessibility: ['DEAF'] }, 'UNKNOWN'],
  ] as const)('%s %j against %j: %s', (part, rule, told, verdict) => {
    expect(verdictOn(part, rule, { ...mother, ...told }).verdict).toBe(verdict);
  });

  it('asks only about members whom the part affects', () => {
    expect(
      overall(
        admits(
          { ...unknownRule, persons: [women], legalStatuses: ['CITIZEN'], nationalities: ['TH'], exploitation: ['SEXUAL'] },
          { ...mother, legalStatus: 'CITIZEN', nationality: 'TH', exploitation: ['SEXUAL'] },
          [mother],
        ),
      ),
    ).toBe('FITS');
  });
});

describe('unknown is not no', () => {
  const clauses = fc.array(
    fc.record({
      genders: fc.option(fc.subarray(Object.values(Gender).filter((g) => g !== 'UNDISCLOSED'))),
      minimumAge: fc.option(fc.integer({ min: 0, max: 40 })),
      maximumAge: fc.option(fc.integer({ min: 0, max: 60 })),
      accompaniedOnly: fc.boolean(),
    }),
    { maxLength: 4 },
  );
  const people = fc.array(
    fc.record({
      gender: fc.constantFrom('WOMAN', 'MAN'),
      age: fc.integer({ min: 0, max: 60 }),
      hidden: fc.constantFrom('age', 'gender', 'none'),
    }),
    { minLength: 1, maxLength: 4 },
  );

  it('never turns a fit into a no by hiding an age or a gender', () => {
    fc.assert(
      fc.property(clauses, people, (persons, told) => {
        const rule = { ...unknownRule, persons };
        const open = told.map((p) => personOf(p.gender as Gender, p.age));
        const shy = told.map((p) =>
          personOf(p.hidden === 'gender' ? 'UNDISCLOSED' : (p.gender as Gender), p.hidden === 'age' ? null : p.age),
        );
        const known = admitsAll(rule, open, open)[0]!.verdict;
        const guarded = admitsAll(rule, shy, shy)[0]!.verdict;
        expect(guarded === 'UNKNOWN' || guarded === known).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
