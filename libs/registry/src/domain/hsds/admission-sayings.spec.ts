import { describe, expect, it } from '@jest/globals';
import { admits, askAbout, nothingSaid, personOf } from '@haven/kernel';
import type { Gender, PersonClause } from '@haven/kernel';
import { readAdmission } from './admission-sayings.js';

const short = ({ genders, minimumAge, maximumAge, accompaniedOnly }: PersonClause): string =>
  `${genders?.[0] ?? 'ANY'} ${minimumAge ?? ''}-${maximumAge ?? ''}${accompaniedOnly ? ' accompanied' : ''}`;

const said = (text: string): string => {
  const { clauses, unclear } = readAdmission(text);
  return clauses ? clauses.map(short).join(' or ') : unclear ? 'ask' : 'nothing';
};

describe('readAdmission, certain', () => {
  it.each([
    ['Women only', 'WOMAN -'],
    ['Women only.', 'WOMAN -'],
    ['WOMEN ONLY!', 'WOMAN -'],
    ['Only women', 'WOMAN -'],
    ['Single women only', 'WOMAN -'],
    ['Adult women only', 'WOMAN 18-'],
    ['Women and girls only', 'WOMAN -'],
    ['Females only', 'WOMAN -'],
    ['Men only', 'MAN -'],
    ['Men 18+', 'MAN 18-'],
    ['Men, 18+', 'MAN 18-'],
    ['Men (18+)', 'MAN 18-'],
    ['Men ages 18 and older', 'MAN 18-'],
    ['Women 18 years and older only', 'WOMAN 18-'],
    ['Women 18 years of age or older', 'WOMAN 18-'],
    ['Women aged 18 to 30', 'WOMAN 18-30'],
    ['Girls under 18', 'WOMAN -17'],
    ['Girls ages 11-17', 'WOMAN 11-17'],
    ['Boys 12–17', 'MAN 12-17'],
    ['Adults only', 'ANY 18-'],
    ['Single adults only', 'ANY 18-'],
    ['Adults 21 and over', 'ANY 21-'],
    ['Ages 12-17', 'ANY 12-17'],
    ['Ages 12 to 17', 'ANY 12-17'],
    ['Ages between 12 and 17', 'ANY 12-17'],
    ['Youth ages 18-24', 'ANY 18-24'],
    ['Youth between the ages of 14 and 17', 'ANY 14-17'],
    ['Must be 18 or older', 'ANY 18-'],
    ['Must be at least 18 years old', 'ANY 18-'],
    ['Clients must be 18 and older', 'ANY 18-'],
    ['18+ only', 'ANY 18-'],
    ['Over 18', 'ANY 18-'],
    ['Children under 12', 'ANY -11'],
    ['17 and under', 'ANY -17'],
    ['Men and women 18 and older', 'ANY 18-'],
    ['Women only. Must be homeless.', 'WOMAN -'],
    ['Women only. Ages 18 and older.', 'WOMAN 18-'],
    ['Must be 18 or older; women only', 'WOMAN 18-'],
    ['Khusus perempuan', 'WOMAN -'],
    ['Solo mujeres.', 'WOMAN -'],
  ])('%s → %s', (text, expected) => expect(said(text)).toBe(expected));

  it('does not shut out people whom "women" may mean', () => {
    expect(readAdmission('Women only').clauses![0]!.genders).toEqual(['WOMAN', 'TRANS_WOMAN', 'NON_BINARY']);
  });
});

describe('readAdmission, a family', () => {
  /** What is asked of the shelter before anybody of the party travels; null: nothing. */
  const asked = (text: string, party: readonly (readonly [Gender, number])[]) => {
    const rule = { ...nothingSaid, persons: readAdmission(text).clauses };
    const people = party.map(([gender, age]) => personOf(gender, age));
    return people.map((person) => {
      const { verdict, silent } = admits(rule, person, people).find(({ part }) => part === 'persons')!;
      return verdict === 'UNKNOWN' ? askAbout('persons', silent!).code : null;
    });
  };

  it.each([
    'Families with children',
    'Homeless families with minor children only',
    'Women with children only',
    'Women and their children only',
  ])('%s: no clause can say that an adult comes only with a child, so everybody is asked about', (text) => {
    expect(asked(text, [['WOMAN', 40]])).toEqual(['ASK_PERSONS']);
    expect(
      asked(text, [
        ['WOMAN', 40],
        ['MAN', 9],
      ]),
    ).toEqual(['ASK_PERSONS', 'ASK_PERSONS']);
  });
});

describe('readAdmission, not certain', () => {
  it.each([
    'Not only women',
    'We are not a women only shelter',
    'Women preferred',
    'Women',
    'Services for women',
    'For women',
    'Open to women 18+',
    'Women and men',
    'May serve men',
    'No men',
    'No men under 18 turned away',
    'Men not accepted',
    'Mostly women only',
    'Women only, except on Sundays',
    'Women only on Mondays',
    'Women only unless referred',
    'Usually adults only',
    'Adults',
    'Adults welcome',
    'Pregnant women only',
    'Trans women only',
    'Women 18+ and their children',
    'Women only. Men only on Fridays.',
    'Women only. Men 18+.',
    'Ages 18+. Ages 12-17 with a parent.',
    'Families with children and single adults',
    'Families',
    'Children must be accompanied',
    'This service is intended for all people aged 12 and over who require counselling services in the MyCity area',
    'Ages 17-12',
    'Ages 200+',
    'Must not be 18 or older',
    'Non-women only',
    'Income below $60,000 if over 70 years old',
    'Youth ages 24 and under experiencing homelessness',
    'Women only?? no, everyone; men too',
    'Families with children. Women only.',
    'Families with children',
    'Women with children only',
    'Women and children only',
    'Mothers only',
  ])('%s → ask', (text) => expect(said(text)).toBe('ask'));
});

describe('readAdmission, nothing said', () => {
  it.each([
    '',
    'DC residents',
    'Must be homeless',
    'By appointment only',
    'Referral only',
    'Open 24 hours, 7 days',
    'Manhattan only',
    'Call 202-555-0100',
    '60 days at most',
    'Between 9 and 5',
  ])('%s → nothing', (text) => expect(said(text)).toBe('nothing'));
});
