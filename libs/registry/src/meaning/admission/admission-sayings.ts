import { adultAge, type PersonClause } from '@haven/kernel';
import { oldest } from './ages.js';
import {
  anybody,
  clausesOf,
  men,
  type AdmissionSentence,
  type AgesRead,
  type Subject,
  subjectOf,
  subjectPattern,
  together,
  women,
} from './said-persons.js';
import { isAboutPersons, saysMore } from './person-words.js';

/** Who is admitted, as far as an eligibility text says. */
export interface AdmissionRead {
  /** Clauses that the text says plainly; those that it leaves open are `asked`. Null if it says nothing, or not plainly. */
  readonly clauses: readonly PersonClause[] | null;
  /** The text is about age, gender or family, but is not plain enough for a rule: ask. */
  readonly unclear: boolean;
  /** The clauses name ages and no gender, so they admit every gender. */
  readonly isOnlyAges: boolean;
}

/** `known`: traits that need no question. `conditions`: Haven knows nothing about these traits, so the shelter is asked. */
const known = 'single|homeless|trafficked|adult';
const conditions = 'battered|abused|local|low-income|displaced';
const describing = `(?:(?:${known}|${conditions}) )*`;
const isOnCondition = new RegExp(`\\b(?:${conditions}) `);

const years = '(?: ?(?:years?(?: old| of age)?|yrs?(?: old)?|y/?o))?';
const intro = '(?:(?:who are|must be|aged?|ages|between(?: the ages of)?|between ages|of age|are),? )*';
const upward = `(?:at least (?:the age of )?(\\d{1,3})${years}|(?:over|above) (?:the age of )?(\\d{1,3})${years}|(\\d{1,3}) ?\\+${years}|(\\d{1,3})${years} ?(?:and|or|&) (?:older|over|above|up)${years})`;
const downward = `(?:(?:under|below|younger than) (?:the age of )?(\\d{1,3})${years}|(?:up to (?:age )?(\\d{1,3})${years}|(\\d{1,3})${years} ?(?:and|or|&) (?:younger|under|below)))`;
const range = `(?:from )?(\\d{1,3})${years} ?(?:-|–|to|through|and) ?(\\d{1,3})${years}`;
const ages = `${intro}(?:${upward}|${downward}|${range})`;

const sentencePattern = new RegExp(
  `^(only )?(?:(?:all )?(?:clients|residents|applicants|participants|guests) )?(must be )?(?:(${describing})(${subjectPattern}))?(?:(?:,| \\()? ?(${ages})\\)?)?( only| exclusively)?$`,
);
/** A longer text has conditions. */
const longestText = 120;
const foreign: { readonly [sentence: string]: Subject } = {
  'solo mujeres': women,
  'sólo mujeres': women,
  'mujeres solamente': women,
  'khusus perempuan': women,
  'perempuan saja': women,
  'khusus wanita': women,
  'wanita saja': women,
  'femmes uniquement': women,
  'réservé aux femmes': women,
  'solo hombres': men,
  'sólo hombres': men,
  'khusus laki-laki': men,
  'hommes uniquement': men,
};

/**
 * Reads who is admitted from an eligibility text. Only whole sentences of a known form count ("Women only.", "Men 18+", "Ages 12-17"),
 * because a word inside a longer sentence may mean the opposite ("not only women", "women preferred"). People whom the text leaves open are
 * asked about. "Families with children" is not a known form: no clause can say that an adult comes only together with a child, and a clause
 * for the adult alone would send lone adults.
 */
export function readAdmission(text: string): AdmissionRead {
  const relevant = sentencesOf(text).filter(isAboutPersons);
  if (relevant.length === 0) return { clauses: null, unclear: false, isOnlyAges: false };
  const read = relevant.map(readSentence);
  const joined = read.every((one) => one !== null) ? join(read) : null;
  const isOnlyAges = joined !== null && joined.subject.surely === null && !joined.subject.namesBoth;
  return { clauses: joined && clausesOf(joined), unclear: joined === null, isOnlyAges };
}

/** Whether a text describes people by something that neither age limits nor {@link readAdmission} can express. */
export const saysMoreThanAges = (text: string): boolean => readAdmission(text).unclear && saysMore(text);

function sentencesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\s*(?:\.(?!\d)|[;!?•|]|\r?\n)+\s*/g, '\n')
    .split('\n')
    .map((sentence) => sentence.replace(/^[\s\-*–:]+|[\s,:]+$/g, '').replaceAll(/\s+/g, ' '))
    .filter(Boolean);
}

function readSentence(sentence: string): AdmissionSentence | null {
  if (Object.hasOwn(foreign, sentence)) return { subject: foreign[sentence]!, ages: {}, onCondition: false };
  const match = sentence.length <= longestText ? sentencePattern.exec(sentence) : null;
  return match ? readParts(match) : null;
}

function readParts(match: RegExpExecArray): AdmissionSentence | null {
  const [, before, mustBe, described = '', who, agesText, ...rest] = match;
  const only = Boolean(before ?? rest.at(-1) ?? mustBe);
  const bounds = agesText ? boundsOf(rest.slice(0, -1)) : {};
  const subject = who === undefined ? anybody : subjectOf(who);
  const ofAdults = who === 'adults' || /\badult /.test(described);
  if (!agesText && !(only && (subject.surely !== null || ofAdults))) return null;
  const ages = ofAdults && bounds.minimum === undefined ? { ...bounds, minimum: adultAge } : bounds;
  return isSound(ages) ? { subject, ages, onCondition: isOnCondition.test(described) } : null;
}

/** "Over 18" and "up to 18" leave 18 itself open. The groups are those of {@link ages}. */
function boundsOf(groups: readonly (string | undefined)[]): AgesRead {
  const [atLeast, over, plus, andOlder, under, upTo, andYounger, from, to] = groups.map((text) =>
    text === undefined ? undefined : Number(text),
  );
  const minimum = atLeast ?? over ?? plus ?? andOlder ?? from;
  const maximum = under === undefined ? (upTo ?? andYounger ?? to) : under - 1;
  return {
    ...(minimum !== undefined && { minimum, openAtMinimum: over !== undefined }),
    ...(maximum !== undefined && { maximum, openAtMaximum: upTo !== undefined }),
  };
}

const isSound = ({ minimum = 0, maximum = oldest }: AgesRead): boolean => minimum >= 0 && minimum <= maximum && maximum <= oldest;

/** Two sentences make one rule if one is about gender and the other about age. Otherwise they may add or restrict: ask. */
function join([first, second, ...more]: readonly AdmissionSentence[]): AdmissionSentence | null {
  if (!second) return first!;
  if (more.length > 0) return null;
  const onlyGender = ({ subject, ages }: AdmissionSentence): boolean => subject.surely !== null && Object.keys(ages).length === 0;
  const onlyAge = ({ subject }: AdmissionSentence): boolean => subject.surely === null && !subject.namesBoth;
  if (onlyGender(first!) && onlyAge(second)) return together(first!, second);
  return onlyGender(second) && onlyAge(first!) ? together(second, first!) : null;
}
