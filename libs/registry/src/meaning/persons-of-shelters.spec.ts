import { describe, expect, it } from '@jest/globals';
import { admits, type Gender, personOf } from '@haven/kernel';
import { havenCode, havenTerm, workedOutLabel } from '../hsds/haven-attributes.js';
import type { JsonObject } from '../hsds/record.js';
import { admissionFromHsds } from './admission/admission-from-hsds.js';
import { serviceMeaning } from './service-meaning.js';

interface Shelter {
  readonly name?: string;
  readonly description?: string;
  readonly eligibility_description?: string;
  readonly minimum_age?: number;
  readonly maximum_age?: number;
  readonly term?: string;
}

const marks = { FITS: '+', UNKNOWN: '?', FAILS: '-' } as const;

/** Whether the shelter surely takes a person who comes alone (+), must be asked (?), or does not (-). */
function answerOn({ term, ...texts }: Shelter, gender: Gender, age: number): string {
  const given: JsonObject[] = [
    { id: 'c', value: 'ACCOMMODATION', taxonomy_term: { ...havenTerm(havenCode.category).properties } },
    ...(term === undefined ? [] : [{ id: 't', taxonomy_term: { id: 't', name: term, description: 'd', taxonomy: 'Open Eligibility' } }]),
  ];
  const service: JsonObject = { id: 's', name: 'Oak House', status: 'active', ...texts, attributes: given };
  const meant = serviceMeaning(service).attributes.map(({ code, value }, n): JsonObject => ({
    id: `m${n}`,
    value,
    label: workedOutLabel,
    taxonomy_term: { ...havenTerm(code).properties },
  }));
  const rule = admissionFromHsds({ ...service, attributes: [...given, ...meant] });
  const person = personOf(gender, age);
  return marks[admits(rule, person, [person]).find(({ part }) => part === 'persons')!.verdict];
}

const answers = (shelter: Shelter): string =>
  (
    [
      ['WOMAN', 30],
      ['MAN', 30],
      ['WOMAN', 15],
      ['MAN', 15],
    ] as const
  )
    .map(([gender, age]) => answerOn(shelter, gender, age))
    .join('');

/** A woman and a man of 30, a girl and a boy of 15. */
describe('a shelter that says in one place whom it is for, and an age in another', () => {
  it.each<[Shelter, string]>([
    [{ name: "Women's Shelter", eligibility_description: '18+' }, '+---'],
    [{ name: "Women's Shelter", eligibility_description: 'Adults only' }, '+---'],
    [{ name: "Women's Shelter", minimum_age: 18 }, '+---'],
    [{ description: 'Emergency shelter for women only', eligibility_description: 'Adults 18+' }, '+---'],
    [{ term: 'Women', eligibility_description: '18+' }, '+---'],
    [{ name: "Men's Shelter", eligibility_description: '18+' }, '-+--'],
    [{ name: 'Maternity shelter', eligibility_description: '18+' }, '??--'],
    [{ name: 'Mothers and babies shelter', eligibility_description: 'Adults only' }, '??--'],
    [{ name: 'Family shelter', eligibility_description: '18+' }, '??--'],
    [{ name: 'Family shelter', minimum_age: 18 }, '??--'],
    [{ name: "Girls' Shelter", eligibility_description: 'Ages 12-17' }, '--??'],
    [{ name: "Girls' Shelter", minimum_age: 12, maximum_age: 17 }, '--??'],
    [{ name: 'บ้านพักหญิง', minimum_age: 18 }, '??--'],
    [{ term: 'Women', eligibility_description: 'Must be at least 18 and have a referral', minimum_age: 18 }, '?---'],
  ])('%j: %s', (shelter, expected) => expect(answers(shelter)).toBe(expected));

  it.each<[Shelter, string]>([
    [{ eligibility_description: '18+' }, '++--'],
    [{ name: 'Emergency shelter', description: 'For men and women in need', eligibility_description: '18+' }, '++--'],
    [{ name: 'Emergency shelter', description: 'Beds and meals. Pets are welcome.', minimum_age: 18 }, '++--'],
    [{ name: "Women's Shelter", eligibility_description: 'Men and women 18+' }, '++--'],
  ])('is open to all where nothing says otherwise: %j: %s', (shelter, expected) => expect(answers(shelter)).toBe(expected));
});

/** No rule is made from what Haven cannot read, least of all one that admits everybody of an age. */
describe('a shelter that says in another language whom it is for', () => {
  const onlyWomen = [
    ['Chỉ dành cho phụ nữ', 'ผู้หญิงเท่านั้น', 'للنساء فقط', 'فقط زنان', 'শুধু মহিলা', 'صرف خواتین', 'សម្រាប់តែស្ត្រី', 'အမျိုးသမီးများသာ'],
    ['Babae lamang', 'Khusus perempuan', 'Solo mujeres', 'Femmes uniquement', 'Wanita sahaja'],
  ].flat();
  it.each(onlyWomen)('%s takes no man unasked, whatever age it names', (text) => {
    const ofAdults = { eligibility_description: text, minimum_age: 18 };
    for (const shelter of [ofAdults, { eligibility_description: `18+. ${text}` }, { eligibility_description: `${text}. 18+` }])
      expect(answerOn(shelter, 'MAN', 30)).not.toBe('+');
  });

  it.each(['Lelaki sahaja', 'Lalaki lamang', 'ผู้ชายเท่านั้น', 'للرجال فقط'])('%s takes no woman unasked', (text) => {
    expect(answerOn({ eligibility_description: text, minimum_age: 18 }, 'WOMAN', 30)).not.toBe('+');
  });

  it.each(['Chỉ dành cho bé gái', 'เด็กหญิงเท่านั้น', 'Gadis sahaja', 'Mga batang babae lamang', 'Dalagita'])(
    '%s takes no boy unasked',
    (text) => {
      expect(answerOn({ eligibility_description: text, maximum_age: 17 }, 'MAN', 15)).not.toBe('+');
      expect(answerOn({ eligibility_description: `Ages 12-17. ${text}` }, 'MAN', 15)).not.toBe('+');
    },
  );

  it.each(
    [
      ['Pasangan', 'Mag-asawa', 'عائلات', 'ครอบครัว', 'Walang lalaki', 'Pregnant only', 'Gentlemen', 'Ladies', 'Moms', 'Widows', 'Sisters'],
      ['Women only. Husbands allowed', 'Couples', 'Expectant mothers'],
    ].flat(),
  )('18+. %s: somebody is asked about', (text) => {
    const all = { eligibility_description: `18+. ${text}` };
    expect([answerOn(all, 'WOMAN', 30), answerOn(all, 'MAN', 30)]).not.toEqual(['+', '+']);
  });
});
