import { countryNamed } from '../words/countries.js';
import { readClause, ruleWords } from '../words/people.js';
import { known } from '../words/phrases.js';
import type { Place } from './place.js';

/** One of Haven's own attributes, in HSDS. */
export const attribute = (owner: string, code: string, value: string): object => ({
  id: `${owner} ${code} ${value}`,
  value,
  taxonomy_term: { id: `haven:${code}`, code: `haven:${code}`, name: code, description: 'Used by Haven.', taxonomy: 'haven' },
});

/** Attributes that state a rule. */
export function ruleAttributes(owner: string, place: Partial<Place>): object[] {
  const each = (code: string, values: readonly string[] = []) => values.map((value) => attribute(owner, `admission.${code}`, value));
  const meets = place['can meet'];
  return [
    ...each(
      'person',
      place.takes?.map((text) => JSON.stringify(readClause(text))),
    ),
    ...each(
      'legal-status',
      place['legal status']?.map((word) => known(ruleWords.statuses, word)),
    ),
    ...each('nationality', place.nationalities?.map(countryNamed)),
    ...each(
      'exploitation',
      place['lived through']?.map((word) => known(ruleWords.lived, word)),
    ),
    ...each(
      'accessibility',
      meets?.map((word) => (word === 'nothing' ? 'NONE' : known(ruleWords.needs, word))),
    ),
    ...each('pregnancy', place.pregnant && [String(place.pregnant === 'yes')]),
    ...each('referral-required', place.referral && [String(place.referral === 'needed')]),
  ];
}

const interpreterWords: Readonly<Record<string, readonly [code: string, value: string]>> = {
  women: ['gender', 'WOMAN'],
  men: ['gender', 'MAN'],
  'on the phone': ['by', 'PHONE'],
  there: ['by', 'THERE'],
  'from the community': ['from-community', 'true'],
  'not from the community': ['from-community', 'false'],
};

/** Attributes about interpreters. */
export const interpreterAttributes = (owner: string, { 'interpreters are': are = [] }: Place): object[] =>
  are.map((word) => known(interpreterWords, word)).map(([code, value]) => attribute(owner, `interpreter.${code}`, value));
