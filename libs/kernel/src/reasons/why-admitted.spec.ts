import { describe, expect, it } from '@jest/globals';
import { effectiveRule, unknownRule, type AdmissionRule, type PersonClause } from '../admission/admission.js';
import { personOf, type Person } from '../admission/person.js';
import { ExploitationType, Gender, LegalStatus } from '../admission/people.js';
import { textOf } from './text-of.js';
import { needsReferral, whyAdmitted } from './why-admitted.js';

const clause = (part: Partial<PersonClause>): PersonClause => ({
  ...{ genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false },
  ...part,
});
const women = clause({ genders: ['WOMAN'], minimumAge: 18 });
const boys = clause({ genders: ['MAN'], maximumAge: 12, accompaniedOnly: true });
const rule = (part: Partial<AdmissionRule>): AdmissionRule => ({ ...unknownRule, ...part });
const told = Object.values(LegalStatus).filter((status) => status !== 'UNKNOWN');
const mother = personOf('WOMAN', 30);
const boy = personOf('MAN', 5, 0);

const why = (service: Partial<AdmissionRule>, pool: Partial<AdmissionRule>, ...party: Person[]) =>
  whyAdmitted(
    party.map((person) => ({ person, rule: effectiveRule(rule(service), rule(pool)) })),
    party,
  );
const saidTo = (...asked: Parameters<typeof why>) => why(...asked).map((one) => textOf(one, 'en'));

describe('whyAdmitted', () => {
  it('names the clause that admits each member of the party', () => {
    const [reason, ...others] = why({ persons: [women, boys, clause({ genders: ['TRANS_WOMAN'] })] }, {}, mother, boy);
    expect(others).toEqual([]);
    expect(reason).toEqual({
      ...{ code: 'ADMITTED_PERSONS', kind: 'FIT' },
      data: {
        persons: [
          { genders: ['WOMAN'], minimumAge: 18, maximumAge: null, accompaniedOnly: false },
          { genders: ['MAN'], minimumAge: null, maximumAge: 12, accompaniedOnly: true },
        ],
      },
    });
    expect(textOf(reason!, 'en')).toBe('They take women from 18 and boys up to 12 with their adult.');
  });

  it('prefers a clause that admits somebody without company', () => {
    const withCompany = { ...women, accompaniedOnly: true };
    expect(saidTo({ persons: [withCompany, women] }, {}, mother)).toEqual(['They take women from 18.']);
  });

  it('combines the clauses of the service and the pool', () => {
    const both = { persons: [clause({ genders: ['WOMAN', 'TRANS_WOMAN'], maximumAge: 60 })] };
    expect(saidTo({ persons: [women, boys] }, both, mother)).toEqual(['They take women from 18 to 60.']);
    expect(
      saidTo({ legalStatuses: ['REFUGEE', 'STATELESS'] }, { legalStatuses: ['REFUGEE'] }, { ...mother, legalStatus: 'REFUGEE' }),
    ).toEqual(['They take people with this legal status: refugee.']);
  });

  it.each<[Partial<AdmissionRule>, Partial<Person>, string[]]>([
    [{ persons: [clause({})] }, {}, ['They take everyone.']],
    [{ persons: [clause({ genders: Object.values(Gender) })] }, {}, ['They take everyone.']],
    [
      { persons: [clause({ maximumAge: 17 }), clause({ minimumAge: 18 })] },
      { age: null },
      ['They take children up to 17 and everyone from 18.'],
    ],
    [{ nationalities: ['KH', 'MM'] }, { nationality: 'kh' }, ['They take people with this nationality: Cambodia.']],
    [
      { exploitation: ['LABOUR', 'SEXUAL'] },
      { exploitation: ['LABOUR', 'OTHER'] },
      ['They work with people who lived through this: forced labour.'],
    ],
    [{ exploitation: Object.values(ExploitationType) }, {}, ['They work with people who lived through this: any form of exploitation.']],
    [{ legalStatuses: told }, {}, ['They take people with this legal status: any, also without papers.']],

    [{ pregnancy: true }, { pregnant: true }, ['They take people who are pregnant.']],
    [{ pregnancy: true }, { pregnant: null }, []],
    [{ pregnancy: false }, { pregnant: false }, []],
    [{ accessibility: ['WHEELCHAIR', 'DEAF'] }, { accessibility: ['WHEELCHAIR'] }, ['They can offer this: wheelchair access.']],
    [{ accessibility: ['WHEELCHAIR'] }, {}, []],
    [{ referralRequired: false }, {}, ['They take people without a referral.']],
    [{ referralRequired: true }, {}, []],
    [{ persons: [women] }, { age: 10 }, []],
    [{ persons: [{ ...women, asked: true }] }, {}, []],
    [{}, {}, []],
  ])('%j about %j', (said, told, texts) => expect(saidTo(said, {}, { ...mother, ...told })).toEqual(texts));

  it('gives no reason for a part that is open for one of them', () => {
    expect(saidTo({ nationalities: ['KH'] }, {}, { ...mother, nationality: 'KH' }, mother)).toEqual([]);
  });
});

describe('needsReferral', () => {
  it.each<[(boolean | null)[][], boolean | null]>([
    [[[null, null]], null],
    [[[false, null]], false],
    [[[null, false]], false],
    [[[false, true]], true],
    [
      [
        [false, null],
        [null, null],
      ],
      null,
    ],
    [
      [
        [false, null],
        [null, true],
      ],
      true,
    ],
  ])('%j: %s', (rooms, needs) => {
    expect(needsReferral(rooms.map((each) => each.map((referralRequired) => rule({ referralRequired }))))).toBe(needs);
  });
});
