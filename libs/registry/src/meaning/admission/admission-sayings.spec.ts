import { describe, expect, it } from '@jest/globals';
import { admits, askAbout, unknownRule, personOf } from '@haven/kernel';
import type { Gender, PersonClause } from '@haven/kernel';
import { readAdmission } from './admission-sayings.js';

type Somebody = readonly [Gender, number];
type Answer = 'sure' | 'ask' | 'no';
const markOf = { sure: '+', ask: '?', no: '-' } as const;

/** How a match judges a person who comes alone, under the rule that was read from the text; null if no rule was read. */
function answerOn(text: string, [gender, age]: Somebody): Answer | null {
  const { clauses } = readAdmission(text);
  const person = personOf(gender, age);
  const part = admits({ ...unknownRule, persons: clauses }, person, [person]).find((one) => one.part === 'persons')!;
  return clauses && ({ FITS: 'sure', UNKNOWN: 'ask', FAILS: 'no' } as const)[part.verdict];
}

const tested: readonly Somebody[] = [
  ['WOMAN', 30],
  ['WOMAN', 17],
  ['WOMAN', 6],
  ['MAN', 40],
  ['MAN', 17],
  ['MAN', 6],
  ['TRANS_WOMAN', 30],
  ['TRANS_MAN', 30],
  ['NON_BINARY', 30],
];

/** Whom each text surely admits, whom it leaves open, and whom it turns away. */
describe('readAdmission of a saying', () => {
  // +: admitted; ?: asked; -: not admitted. A woman of 30, girls of 17 and 6 | a man of 40, boys of 17 and 6 | a trans woman, a trans man,
  // a non-binary person.
  it.each([
    ['Women only', '+?? --- ?-?'],
    ['Females only', '+?? --- ?-?'],
    ['Solo mujeres', '+?? --- ?-?'],
    ['Single women only', '+?? --- ?-?'],
    ['Adult women only', '+-- --- ?-?'],
    ['Women 18+', '+-- --- ?-?'],
    ['Women 16+', '++- --- ?-?'],
    ['Women under 35', '+?? --- ?-?'],
    ['Women only. Ages 18 and older', '+-- --- ?-?'],
    ['Women only. Adults only', '+-- --- ?-?'],
    ['Local women only', '??? --- ?-?'],
    ['Battered women 18+', '?-- --- ?-?'],
    ['Women and girls only', '+++ --- ?-?'],
    ['Girls only', '?++ --- ?-?'],
    ['Girls under 18', '-++ --- ---'],
    ['Girls 8+', '?+- --- ?-?'],
    ['Girls only. Ages 12-17', '-+- --- ---'],
    ['Girls only. Ages 12+', '?+- --- ?-?'],
    ['Girls 18+', '?-- --- ?-?'],
    ['Men only', '--- +?? -??'],
    ['Males only', '--- +?? -??'],
    ['Khusus laki-laki', '--- +?? -??'],
    ['Men 18+', '--- +-- -??'],
    ['Men and boys only', '--- +++ -??'],
    ['Boys only', '--- ?++ -??'],
    ['Boys 12–17', '--- -+- ---'],
    ['Men and women 18 and older', '+-- +-- +++'],
    ['Men and women under 60', '+?? +?? +++'],
    ['Adults only', '+-- +-- +++'],
    ['Adults under 65', '+-- +-- +++'],
    ['Local adults only', '?-- ?-- ???'],
    ['Must be 18 or older', '+-- +-- +++'],
    ['Individuals under 21', '-++ -++ ---'],
    ['Children under 12', '--+ --+ ---'],
    ['Children 5 and older', '?++ ?++ ???'],
    ['Minors 12+', '?+- ?+- ???'],
    ['Youth under 25', '-+? -+? ---'],
    ['Young people 16+', '?+- ?+- ???'],
    ['Teens up to 19', '-+? -+? ---'],
    ['Girls only. Youth 16+', '?+- --- ?-?'],
  ])('%s: %s', (text, marks) => {
    const answers = tested.map((somebody) => markOf[answerOn(text, somebody) ?? 'ask']);
    expect(answers.join('')).toBe(marks.replaceAll(' ', ''));
    expect(readAdmission(text).clauses).not.toBeNull();
  });

  it.each<[string, number, Answer, Answer, Answer]>([
    ['Over 18', 18, 'no', 'ask', 'sure'],
    ['Above 18', 18, 'no', 'ask', 'sure'],
    ['Women over 18', 18, 'no', 'ask', 'sure'],
    ['Must be over the age of 21', 21, 'no', 'ask', 'sure'],
    ['18+', 18, 'no', 'sure', 'sure'],
    ['18 and over', 18, 'no', 'sure', 'sure'],
    ['18 or older', 18, 'no', 'sure', 'sure'],
    ['At least 18', 18, 'no', 'sure', 'sure'],
    ['Ages up to 18', 18, 'sure', 'ask', 'no'],
    ['Children up to age 12', 12, 'sure', 'ask', 'no'],
    ['Under 18', 18, 'sure', 'no', 'no'],
    ['18 and under', 18, 'sure', 'sure', 'no'],
    ['Ages 12-17', 17, 'sure', 'sure', 'no'],
    ['Ages 18 to 25', 18, 'no', 'sure', 'sure'],
  ])('%s: the year before %i, that year, and the next', (text, age, ...answers) =>
    expect([age - 1, age, age + 1].map((one) => answerOn(text, ['WOMAN', one]))).toEqual(answers),
  );

  it('asks the person for gender or age, not the shelter, if that decides it', () => {
    const persons = readAdmission('Girls only').clauses;
    const silentOn = (gender: Gender, age: number | null) => {
      const person = personOf(gender, age);
      return admits({ ...unknownRule, persons }, person, [person]).find(({ part }) => part === 'persons')!.silent;
    };
    expect([silentOn('UNDISCLOSED', 12), silentOn('WOMAN', null), silentOn('WOMAN', 30)]).toEqual(['PERSON', 'PERSON', 'PLACE']);
  });
});

const said = (text: string): string => {
  const { clauses, unclear } = readAdmission(text);
  return clauses ? clauses.map(short).join(' or ') : unclear ? 'ask' : 'nothing';
};

const short = ({ genders, minimumAge, maximumAge, accompaniedOnly, asked }: PersonClause): string =>
  `${asked ? 'ask ' : ''}${genders?.length === 3 ? `${genders[0]}*` : (genders?.join() ?? 'ANY')} ${minimumAge ?? ''}-${maximumAge ?? ''}${accompaniedOnly ? ' accompanied' : ''}`;

const womenOnly = 'WOMAN 18- or ask WOMAN* -';

describe('readAdmission, the clauses', () => {
  it.each([
    ['Women only', womenOnly],
    ['Women only.', womenOnly],
    ['WOMEN ONLY!', womenOnly],
    ['Only women', womenOnly],
    ['Must be women', womenOnly],
    ['Women only. Must be homeless.', womenOnly],
    ['Khusus perempuan', womenOnly],
    ['Solo mujeres.', womenOnly],
    ['Men 18+', 'MAN 18- or ask MAN* 18-'],
    ['Men, 18+', 'MAN 18- or ask MAN* 18-'],
    ['Men (18+)', 'MAN 18- or ask MAN* 18-'],
    ['Men ages 18 and older', 'MAN 18- or ask MAN* 18-'],
    ['Women 18 years and older only', 'WOMAN 18- or ask WOMAN* 18-'],
    ['Women 18 years of age or older', 'WOMAN 18- or ask WOMAN* 18-'],
    ['Women aged 18 to 30', 'WOMAN 18-30 or ask WOMAN* 18-30'],
    ['Girls ages 11-17', 'WOMAN 11-17 or ask WOMAN* 11-17'],
    ['Adults only', 'ANY 18-'],
    ['Single adults only', 'ANY 18-'],
    ['Adults 21 and over', 'ANY 21-'],
    ['Ages 12-17', 'ANY 12-17'],
    ['Ages 12 to 17', 'ANY 12-17'],
    ['Ages between 12 and 17', 'ANY 12-17'],
    ['Youth ages 18-24', 'ANY 18-24'],
    ['Youth between the ages of 14 and 17', 'ANY 14-17'],
    ['Must be at least 18 years old', 'ANY 18-'],
    ['Clients must be 18 and older', 'ANY 18-'],
    ['18+ only', 'ANY 18-'],
    ['Over 18', 'ANY 19- or ask ANY 18-'],
    ['17 and under', 'ANY -17'],
    ['Must be 18 or older; women only', 'WOMAN 18- or ask WOMAN* 18-'],
  ])('%s → %s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('readAdmission, a family', () => {
  /** What the shelter must be asked before anybody of the party travels; null: nothing. */
  const asked = (text: string, party: readonly (readonly [Gender, number])[]) => {
    const rule = { ...unknownRule, persons: readAdmission(text).clauses };
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
  ])('%s: no clause can express that an adult comes only with a child, so everybody is asked about', (text) => {
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
    'Women only. Men and women 18+.',
    'Adults under 18',
    'Children only',
    'Youth only',
    'Seniors only',
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
    'Femmes et jeunes filles',
    'Mujeres y niñas',
    'Mulheres com filhos',
    'Perempuan dan anak',
    'Ages 12 to 17.5',
    'Ages 17.5+',
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
    'Tout public',
    'Sur rendez-vous',
  ])('%s → nothing', (text) => expect(said(text)).toBe('nothing'));
});
