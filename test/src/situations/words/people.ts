import { countryNamed } from './countries.js';
import { languagesNamed } from './languages.js';
import { known, type Phrases } from './phrases.js';

/** A member of a party, in the form of `match`. */
export type Person = Readonly<Record<string, unknown>> & { readonly id: string };

const statuses = {
  'no papers': 'UNDOCUMENTED',
  stateless: 'STATELESS',
  citizen: 'CITIZEN',
  resident: 'RESIDENT',
  'here for a time': 'TEMPORARY',
  'asylum seeker': 'ASYLUM_SEEKER',
  refugee: 'REFUGEE',
} as const;

const lived = {
  'forced labour': 'LABOUR',
  'sexual exploitation': 'SEXUAL',
  'domestic servitude': 'DOMESTIC_SERVITUDE',
  'forced marriage': 'FORCED_MARRIAGE',
  'child soldier': 'CHILD_SOLDIERING',
  'organ removal': 'ORGAN_REMOVAL',
  'forced begging': 'FORCED_BEGGING',
  'forced crime': 'FORCED_CRIMINALITY',
} as const;

const needs = {
  'uses a wheelchair': 'WHEELCHAIR',
  deaf: 'DEAF',
  blind: 'BLIND',
  'learning disability': 'COGNITIVE',
  'mental health needs': 'MENTAL_HEALTH',
  'addicted to drugs': 'SUBSTANCE_USE',
  'has an assistance dog': 'SERVICE_ANIMAL',
} as const;

const genders = {
  woman: 'WOMAN',
  girl: 'WOMAN',
  man: 'MAN',
  boy: 'MAN',
  'trans woman': 'TRANS_WOMAN',
  'trans girl': 'TRANS_WOMAN',
  'trans man': 'TRANS_MAN',
  'trans boy': 'TRANS_MAN',
  'non-binary person': 'NON_BINARY',
  person: 'UNDISCLOSED',
} as const;

const list = (key: string, words: Readonly<Record<string, string>>): Phrases<object> =>
  Object.fromEntries(Object.entries(words).map(([phrase, value]) => [phrase, () => ({ [key]: [value] })]));

/** Phrases about a person, separated by commas. */
const phrases: Phrases<object> = {
  'a WHO of N': (gender, age) => ({ gender: known(genders, gender!), age: Number(age) }),
  'a WHO': (gender) => ({ gender: known(genders, gender!) }),
  'speaks A and B': (names) => ({ languages: languagesNamed(names!) }),
  'signs A and B': (names) => ({ languages: languagesNamed(names!) }),
  'from COUNTRY': (name) => ({ nationality: countryNamed(name!) }),
  'citizen of COUNTRY': (name) => ({
    nationality: countryNamed(name!),
    legalStatus: 'CITIZEN',
    legalStatusIn: countryNamed(name!),
  }),
  'STATUS in COUNTRY': (status, name) => ({ legalStatus: known(statuses, status!), legalStatusIn: countryNamed(name!) }),
  ...Object.fromEntries(Object.entries(statuses).map(([phrase, legalStatus]) => [phrase, () => ({ legalStatus })])),
  ...list('exploitation', lived),
  ...list('accessibility', needs),
  pregnant: () => ({ pregnant: true }),
  'not pregnant': () => ({ pregnant: false }),
  'perhaps under 18': () => ({ mayBeMinor: true }),
  'cared for by NAME': (carerId) => ({ carerId }),
};

const patterns: readonly (readonly [phrase: string, pattern: RegExp])[] = [
  ['a WHO of N', /^an? (.+) of (\d+)$/],
  ['speaks A and B', /^speaks (.+)$/],
  ['signs A and B', /^signs (.+)$/],
  ['from COUNTRY', /^from (.+)$/],
  ['citizen of COUNTRY', /^citizen of (.+)$/],
  ['STATUS in COUNTRY', /^(.+) in ([A-Z].+)$/],
  ['cared for by NAME', /^cared for by (.+)$/],
  ['a WHO', /^an? (.+)$/],
];

/** Reads "a woman of 31, speaks Khmer, no papers". */
export function readPerson(id: string, text: string): Person {
  const parts = text.split(',').map((part) => part.trim());
  const said = parts.map((part) => meaningOf(part));
  const lists = (key: string) => {
    const values = said.flatMap((one) => (one as Record<string, readonly string[] | undefined>)[key] ?? []);
    return values.length > 0 ? { [key]: values } : {};
  };
  return Object.assign({ id }, ...said, lists('exploitation'), lists('accessibility')) as Person;
}

function meaningOf(part: string): object {
  const plain = phrases[part];
  if (plain) return plain();
  for (const [phrase, pattern] of patterns) {
    const found = pattern.exec(part);
    if (found) return phrases[phrase]!(...found.slice(1));
  }
  throw new Error(`Nobody can be told "${part}". What can be said: ${Object.keys(phrases).join('; ')}`);
}

const clauseForm = /^(.+?)(?: from (\d+))?(?: to (\d+)| up to (\d+))?( with their adult)?( if they agree)?$/;

const clauseGenders: Readonly<Record<string, readonly string[] | null>> = {
  anybody: null,
  adults: null,
  children: null,
  women: ['WOMAN'],
  girls: ['WOMAN'],
  men: ['MAN'],
  boys: ['MAN'],
  'trans women': ['TRANS_WOMAN'],
  'trans men': ['TRANS_MAN'],
  'non-binary people': ['NON_BINARY'],
};

/** Reads "women and trans women from 18" or "boys up to 12 with their adult": a clause of an admission rule. */
export function readClause(text: string): object {
  const [, who = '', from, to, upTo, accompanied, asked] = clauseForm.exec(text) ?? [];
  const genders = who.split(' and ').map((one) => known(clauseGenders, one.trim()));
  return {
    genders: genders.includes(null) ? null : genders.flat(),
    minimumAge: from === undefined ? (who === 'adults' ? 18 : null) : Number(from),
    maximumAge: (to ?? upTo) === undefined ? (who === 'children' ? 17 : null) : Number(to ?? upTo),
    accompaniedOnly: accompanied !== undefined,
    ...(asked !== undefined && { asked: true }),
  };
}

/** The legal statuses, forms of exploitation and accessibility needs of a rule, by their names. */
export const ruleWords = { statuses: { ...statuses, 'status not known': 'UNKNOWN' }, lived, needs } as const;
