import type { Gender, PersonClause } from '@haven/kernel';

/** What an eligibility text says about persons. */
export interface AdmissionSaying {
  /** Clauses that the text says plainly; null when it says nothing, or not plainly. */
  readonly clauses: readonly PersonClause[] | null;
  /** The text speaks of age, gender or family, but not plainly enough for a rule: ask. */
  readonly unclear: boolean;
}

/** Who is meant by "women" is wider than one word: nobody is shut out whom the text does not surely mean to shut out. */
const womenMeant: readonly Gender[] = ['WOMAN', 'TRANS_WOMAN', 'NON_BINARY'];
const menMeant: readonly Gender[] = ['MAN', 'TRANS_MAN', 'NON_BINARY'];

/** Words that speak of the person; a sentence without them says nothing about admission of persons. */
const personWord =
  /\b(wom[ae]n|females?|girls?|ladies|m[ae]n|males?|boys?|gender|trans\w*|adults?|minors?|child(ren)?|kids?|youths?|teen\w*|infants?|seniors?|famil(y|ies)|mothers?|fathers?|parents?|couples?|aged?|ages|years?( of age|[ -]old)|older|younger)\b|\b\d{1,3} ?\+|\b\d{1,3} (and|or|&) (older|over|above|up|younger|under|below)\b|\b(under|over|above|below|at least) (the age of )?\d/i;

const describing = '(?:(?:single|homeless|battered|abused|trafficked|local|low-income|displaced|adult) )*';
const subjects: readonly { readonly pattern: string; readonly genders: readonly Gender[] | null }[] = [
  { pattern: 'wom[ae]n(?: (?:and|&|or) girls)?|females?|ladies|girls', genders: womenMeant },
  { pattern: 'm[ae]n(?: (?:and|&|or) boys)?|males?|boys', genders: menMeant },
  {
    pattern: '(?:wom[ae]n (?:and|&|or) m[ae]n|m[ae]n (?:and|&|or) wom[ae]n|females? (?:and|&|or) males?|males? (?:and|&|or) females?)',
    genders: null,
  },
  {
    pattern: 'adults|persons|people|individuals|clients|residents|anyone|youths?|young people|teens|teenagers|children|kids|minors',
    genders: null,
  },
];
const genderOf = subjects.map(({ pattern, genders }) => ({ pattern: new RegExp(`^(?:${pattern})$`), genders }));
const subject = subjects.map(({ pattern }) => pattern).join('|');

const years = '(?: ?(?:years?(?: old| of age)?|yrs?(?: old)?|y/?o))?';
const intro = '(?:(?:who are|must be|aged?|ages|between(?: the ages of)?|between ages|of age|are),? )*';
const upward = `(?:at least (?:the age of )?(\\d{1,3})${years}|(?:over|above) (?:the age of )?(\\d{1,3})${years}|(\\d{1,3}) ?\\+${years}|(\\d{1,3})${years} ?(?:and|or|&) (?:older|over|above|up)${years})`;
const downward = `(?:(?:under|below|younger than) (?:the age of )?(\\d{1,3})${years}|(?:up to (?:age )?(\\d{1,3})${years}|(\\d{1,3})${years} ?(?:and|or|&) (?:younger|under|below)))`;
const range = `(?:from )?(\\d{1,3})${years} ?(?:-|–|to|through|and) ?(\\d{1,3})${years}`;
const ages = `${intro}(?:${upward}|${downward}|${range})`;

const sentencePattern = new RegExp(
  `^(only )?(?:(?:all )?(?:clients|residents|applicants|participants|guests) )?(must be )?(?:${describing}(${subject}))?(?:(?:,| \\()? ?(${ages})\\)?)?( only| exclusively)?$`,
);
/** A saying is short; what is longer has conditions. */
const longestSaying = 120;
const adultsOnly = /^(?:only )?(?:single |homeless )*adults(?: only)?$/;
const foreign: { readonly [sentence: string]: readonly Gender[] } = {
  'solo mujeres': womenMeant,
  'sólo mujeres': womenMeant,
  'mujeres solamente': womenMeant,
  'khusus perempuan': womenMeant,
  'perempuan saja': womenMeant,
  'khusus wanita': womenMeant,
  'wanita saja': womenMeant,
  'femmes uniquement': womenMeant,
  'réservé aux femmes': womenMeant,
  'solo hombres': menMeant,
  'sólo hombres': menMeant,
  'khusus laki-laki': menMeant,
  'hommes uniquement': menMeant,
};

/**
 * Reads who is admitted from an eligibility text. Only whole sentences of a known form count ("Women only.", "Men 18+",
 * "Ages 12-17"), because a word inside a longer sentence may mean the opposite ("not only women", "women preferred"). "Families with
 * children" is none of them: no clause says that an adult comes only together with a child, and one without would send lone adults.
 */
export function readAdmission(text: string): AdmissionSaying {
  const telling = sentencesOf(text).filter((sentence) => personWord.test(sentence) || Object.hasOwn(foreign, sentence));
  if (telling.length === 0) return { clauses: null, unclear: false };
  const read = telling.map(readSentence);
  const joined = read.every((one) => one !== null) ? join(read) : null;
  return { clauses: joined && [joined], unclear: joined === null };
}

function sentencesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\s*(?:[.;!?•|]|\r?\n)+\s*/g, '\n')
    .split('\n')
    .map((sentence) => sentence.replace(/^[\s\-*–:]+|[\s,:]+$/g, '').replaceAll(/\s+/g, ' '))
    .filter(Boolean);
}

const clause = (part: Partial<PersonClause>): PersonClause => ({
  genders: null,
  minimumAge: null,
  maximumAge: null,
  accompaniedOnly: false,
  ...part,
});

function readSentence(sentence: string): PersonClause | null {
  if (Object.hasOwn(foreign, sentence)) return clause({ genders: foreign[sentence]! });
  if (adultsOnly.test(sentence) && /\bonly\b/.test(sentence)) return clause({ minimumAge: 18 });
  const match = sentence.length <= longestSaying ? sentencePattern.exec(sentence) : null;
  return match ? readParts(match) : null;
}

function readParts(match: RegExpExecArray): PersonClause | null {
  const [, before, mustBe, who, agesText, ...rest] = match;
  const after = rest.at(-1);
  const only = Boolean(before ?? after ?? mustBe);
  const bounds = agesText ? boundsOf(rest.slice(0, -1)) : null;
  if (agesText && !bounds) return null;
  const genders = who ? genderOf.find(({ pattern }) => pattern.test(who))!.genders : null;
  if (!bounds && !(only && genders)) return null;
  if (/\badult /.test(match[0]) && !bounds) return clause({ genders, minimumAge: 18 });
  return clause({ genders, ...bounds });
}

/** "Over 18" may or may not mean 18 as well: the wider reading shuts nobody out. The groups are those of {@link ages}. */
function boundsOf(groups: readonly (string | undefined)[]): { minimumAge: number | null; maximumAge: number | null } | null {
  const [atLeast, over, plus, andOlder, under, upTo, andYounger, from, to] = groups;
  const minimumAge = firstNumber(atLeast, over, plus, andOlder, from);
  const maximumAge = under ? Number(under) - 1 : firstNumber(upTo, andYounger, to);
  const given = [minimumAge, maximumAge].filter((age) => age !== null);
  const sound = given.every((age) => age >= 0 && age <= oldest) && (given.length < 2 || given[0]! <= given[1]!);
  return sound ? { minimumAge, maximumAge } : null;
}

const oldest = 120;

function firstNumber(...texts: (string | undefined)[]): number | null {
  const text = texts.find((one) => one !== undefined);
  return text === undefined ? null : Number(text);
}

/** Two sentences make one rule when one speaks of gender and the other of age; else they may add or restrict: ask. */
function join([first, second, ...more]: readonly PersonClause[]): PersonClause | null {
  if (!second) return first!;
  if (more.length > 0) return null;
  const onlyGender = (one: PersonClause): boolean => one.genders !== null && one.minimumAge === null && one.maximumAge === null;
  if (onlyGender(first!) && second.genders === null) return { ...second, genders: first!.genders };
  if (onlyGender(second) && first!.genders === null) return { ...first!, genders: second.genders };
  return null;
}
