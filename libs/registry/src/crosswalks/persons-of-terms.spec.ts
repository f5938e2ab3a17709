import { describe, expect, it } from '@jest/globals';
import { admits, Gender, unknownRule, personOf, type PersonClause } from '@haven/kernel';
import fc from 'fast-check';
import { crosswalks } from './crosswalks.js';
import { isKnownSource, personsHoused, personsOfTerms } from './persons-of-terms.js';

const termsOf = (names: readonly string[]) => names.map((name) => ({ name }));
const house = (...names: string[]) => personsOfTerms({ terms: termsOf(names), stays: true, text: '' });
const office = (...names: string[]) => personsOfTerms({ terms: termsOf(names), stays: false, text: '' });

const markOf = { FITS: '+', UNKNOWN: '?', FAILS: '-' } as const;
const people = [
  ['WOMAN', 30],
  ['WOMAN', 15],
  ['MAN', 45],
  ['MAN', 15],
  ['TRANS_WOMAN', 30],
  ['TRANS_MAN', 30],
  ['MAN', 70],
] as const;

/** How a match judges each of {@link people}, coming alone. */
function marks(persons: readonly PersonClause[] | null): string {
  return people
    .map(([gender, age]) => {
      const person = personOf(gender, age);
      return markOf[admits({ ...unknownRule, persons }, person, [person]).find(({ part }) => part === 'persons')!.verdict];
    })
    .join('');
}

describe('personsOfTerms', () => {
  // A woman of 30, a girl of 15 | a man of 45, a boy of 15 | a trans woman, a trans man | a man of 70.
  it.each<[string[], string, string]>([
    [['Women/Girls'], '+?--?--', '+??????'],
    [['Women/Girls', 'Homeless', 'Gender'], '+?--?--', '+??????'],
    [['Men/Boys'], '--+?-?+', '??+???+'],
    [['Women/Girls', 'Men/Boys'], '+?+???+', '+?+???+'],
    [['Women/Girls', 'Families'], '???????', '???????'],
    [['Women/Girls', 'Veterans'], '??--?--', '???????'],
    [['Women/Girls', 'Ages 18+'], '+---?--', '+-?-???'],
    [['Mothers'], '??--?--', '???????'],
    [['Women/Girls', 'Transgender Women'], '+?--+--', '+???+??'],
    [['Transgender/Gender Non-conforming'], '????++?', '????++?'],
    [['Ages 60+'], '------+', '------+'],
    [['Ages 60+', 'DC Resident'], '------?', '------?'],
    [['Ages 60+', 'Teens (13-19)'], '?+?+??+', '?+?+??+'],
    [['Seniors (55+)'], '??????+', '??????+'],
    [['Teens (13-19)'], '?+?+???', '?+?+???'],
    [['Youth (6-12)'], '???????', '???????'],
    [['Ages 60+', 'Families'], '???????', '???????'],
    [['Veterans'], '???????', '???????'],
    [['LGBTQ', 'All Ages'], '???????', '???????'],
    [['All Ages'], '+++++++', '+++++++'],
    [['Anyone in Need', 'Women/Girls'], '++?????', '++?????'],
  ])('%j: in a house %s, elsewhere %s', (names, inHouse, elsewhere) =>
    expect([marks(house(...names)), marks(office(...names))]).toEqual([inHouse, elsewhere]),
  );

  it('gives no clauses if the terms do not mean people', () => {
    expect(house()).toBeNull();
    expect(house('Homeless', 'Housing', 'Age Group', 'Something of their own')).toBeNull();
  });

  it('admits a son with his mother, with a question, but no boy alone', () => {
    const party = [personOf('WOMAN', 30), personOf('MAN', 9)];
    const verdicts = (who: readonly ReturnType<typeof personOf>[]) =>
      who.map((one) => admits({ ...unknownRule, persons: house('Women/Girls') }, one, who).find(({ part }) => part === 'persons')!.verdict);
    expect(verdicts(party)).toEqual(['FITS', 'UNKNOWN']);
    expect(verdicts(party.slice(1))).toEqual(['FAILS']);
  });

  it("names the source of the rule in Haven's words, never in a publisher's", () => {
    const clauses = personsOfTerms({ terms: termsOf(['women/girls', 'Veterans', '12 Rose Street']), stays: true, text: '' })!;
    for (const { terms } of clauses) expect(terms).toEqual(['Veterans (Open Eligibility)', 'Women/Girls (Open Eligibility)']);
    expect(['Veterans (Open Eligibility)', '12 Rose Street', 'Dental Care (Open Eligibility)', 7].map(isKnownSource)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each<[string, string | null]>([
    ["Harriet Tubman Women's Shelter. Open all year.", '+?--?--'],
    ['Nativity House. Overnight shelter for women over 18.', '+?--?--'],
    ['Rachael House. A program that serves 17 single women.', '+?--?--'],
    ['Blair. Houses up to 40 homeless men.', '--+?-?+'],
    ['Shelter. For women, men and families.', null],
    ['Shelter. For women and their families.', null],
    ['Shelter. A third of our guests are women.', null],
    ['Manor House. For womenfolk of old.', null],
    ['Shelter. This house is not for men.', null],
    ['Shelter. We are unable to house single men.', null],
    ["Shelter. It isn't for women.", null],
    ['Refugio. No es para hombres.', null],
    ['Foyer. Ce foyer n’est pas pour hommes.', null],
    ['Rumah. Bukan untuk pria.', null],
    ['Shelter for single, homeless women.', '+?--?--'],
    ['Haven House. A no-cost house for women who do not have a home.', '+?--?--'],
  ])('of a place to sleep whose terms do not mean people: %s', (text, expected) => {
    const persons = personsOfTerms({ terms: [], stays: true, text });
    expect(persons && marks(persons)).toBe(expected);
    expect(personsOfTerms({ terms: [], stays: false, text })).toBeNull();
  });

  const known = [...crosswalks().values()].flat().flatMap(({ term, persons }) => (persons === '' ? [] : [term]));
  const someTerms = fc.uniqueArray(fc.constantFrom(...known), { minLength: 1, maxLength: 6 });
  const anyone = fc.record({ gender: fc.constantFrom(...Object.values(Gender)), age: fc.integer({ min: 0, max: 110 }) });

  it('never surely admits a man if no term means his gender, or everybody', () =>
    fc.assert(
      fc.property(someTerms, fc.boolean(), fc.integer({ min: 0, max: 110 }), (names, stays, age) => {
        fc.pre(names.some((name) => /^(Women|Mothers)/.test(name)) && !names.some((name) => /^(Men|Fathers)/.test(name)));
        const person = personOf('MAN', age);
        const persons = personsOfTerms({ terms: termsOf(names), stays, text: '' });
        expect(admits({ ...unknownRule, persons }, person, [person])[0]!.verdict).not.toBe('FITS');
      }),
    ));

  it('turns nobody away from a service without beds, except by an age limit', () =>
    fc.assert(
      fc.property(someTerms, anyone, (names, { gender, age }) => {
        fc.pre(!names.some((name) => /^(Ages|Youth 8)/.test(name)));
        const person = personOf(gender, age);
        const persons = personsOfTerms({ terms: termsOf(names), stays: false, text: '' });
        expect(admits({ ...unknownRule, persons }, person, [person])[0]!.verdict).not.toBe('FAILS');
      }),
    ));
});

describe('personsHoused', () => {
  it('keeps others out of a house for one gender, and asks about everybody who is meant', () => {
    expect(marks(personsHoused('Harbor House. For Women, with or without children'))).toBe('??--?--');
    expect(marks(personsHoused('Casa Abrigo. For Mujeres y niñas'))).toBe('??--?--');
    expect(marks(personsHoused('House. For Single men over 18'))).toBe('--??-??');
  });

  it.each([
    'Not for men',
    'No men',
    'No men allowed',
    'No adult males over 12',
    'Men are not accepted',
    'Men not admitted',
    'Men excluded',
    'Everybody except men',
    'Anyone but men',
    'Without men',
    'Never for women',
    'Non-men',
    'Men cannot stay',
  ])('takes "%s" for no house of theirs', (text) => {
    expect(personsHoused(`Emergency shelter. For ${text}`)).toBeNull();
  });

  it('gives no clauses if others may be meant too', () => {
    const texts = ['For Women and families', 'For Women; men by day', 'For Everyone', 'Meals for women and men', 'Para mujeres y hombres'];
    expect(texts.map(personsHoused)).toEqual(texts.map(() => null));
  });
});
