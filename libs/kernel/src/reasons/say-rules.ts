import { hasAll } from '../admission/verdicts.js';
import { ExploitationType, LegalStatus } from '../admission/people.js';
import type { ClauseInText } from './reasons.js';
import type { RuleWords, Translation } from './translation.js';

/** Puts a list of a rule into words. */
export type ListSayer = (list: readonly unknown[]) => string;

const firstAdult = 18;
const toldStatuses = Object.values(LegalStatus).filter((status) => status !== 'UNKNOWN');
const formsOfExploitation = Object.values(ExploitationType);

/** Puts the parts of rules into words of a language, by the name of their value. */
export function rulesIn(
  { locale, rules }: Translation,
  number: (value: number) => string,
  countryOf: (code: string) => string,
): Readonly<Record<string, ListSayer>> {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const each =
    (say: (one: string) => string): ListSayer =>
    (values) =>
      list.format([...new Set(values.map((one) => say(String(one))))]);
  const anyOr =
    (any: string, all: readonly string[], some: ListSayer): ListSayer =>
    (values) =>
      hasAll(values, all) ? any : some(values);
  return {
    persons: (clauses) => list.format((clauses as readonly ClauseInText[]).map((clause) => saidClause(clause, rules, list, number))),
    nationalities: each(countryOf),
    legalStatuses: anyOr(rules.any.legalStatuses, toldStatuses, each(among(rules.legalStatuses))),
    exploitation: anyOr(rules.any.exploitation, formsOfExploitation, each(among(rules.exploitation))),
    accessibility: each(among(rules.accessibility)),
    // The request counts from 0.
    members: each((place) => number(Number(place) + 1)),
    wishes: each(among(rules.topics)),
    parts: each((part) => among(rules.topics)(part === 'AGE_OR_GENDER_OF_PERSON' ? 'PERSONS' : part.replace('_OF_PERSON', ''))),
  };
}

const among =
  (words: Readonly<Record<string, string>>) =>
  (value: string): string =>
    words[value] ?? value.toLowerCase().replaceAll('_', ' ');

function saidClause(clause: ClauseInText, rules: RuleWords, list: Intl.ListFormat, number: (value: number) => string): string {
  const { minimumAge: from, maximumAge: to, accompaniedOnly } = clause;
  const who = whoIn(clause, rules, list);
  const pattern = from && to !== null ? rules.between : from ? rules.from : to !== null ? rules.upTo : '{who}';
  const said = filled(pattern, { who, from: number(from ?? 0), to: number(to ?? 0) });
  return accompaniedOnly ? filled(rules.accompanied, { who: said }) : said;
}

function whoIn({ genders, maximumAge }: ClauseInText, rules: RuleWords, list: Intl.ListFormat): string {
  const areChildren = maximumAge !== null && maximumAge < firstAdult;
  if (genders === null) return areChildren ? rules.children : rules.everyone;
  const young: Readonly<Record<string, string>> = areChildren ? { WOMAN: rules.girls, MAN: rules.boys } : {};
  return list.format(genders.map((gender) => young[gender] ?? rules.genders[gender]));
}

const filled = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
