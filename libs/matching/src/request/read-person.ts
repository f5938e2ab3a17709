import { canonicalLanguage } from '@haven/kernel';
import countries from 'i18n-iso-countries';
import type { PersonQuestion } from './match-question.js';
import type { Problems } from './problems.js';
import type { Member } from './request.js';

/** The greatest age of a person. */
export const ageMax = 120;
const languagesMax = 20;

/** A person without relations to others, which are read later. */
export type ReadPerson = Omit<Member, 'carer'>;

/** Checks a person. Use the result only if there is no problem. */
export function readPerson(person: PersonQuestion, path: string, problems: Problems): ReadPerson {
  const age = person.age ?? null;
  const nationality = readCountry(person.nationality, `${path}.nationality`, problems);
  problems.check(
    age === null || (age >= 0 && age <= ageMax),
    `${path}.age`,
    `Give whole years from 0 to ${ageMax}, or leave it out when it is not known.`,
  );
  return {
    gender: person.gender,
    age,
    mayBeMinor: person.mayBeMinor ?? false,
    nationality,
    legalStatus: person.legalStatus ?? null,
    statusIn: readCountry(person.legalStatusIn, `${path}.legalStatusIn`, problems),
    exploitation: person.exploitation ?? null,
    pregnant: person.pregnant ?? null,
    accessibility: person.accessibility ?? null,
  };
}

function readCountry(told: string | null | undefined, path: string, problems: Problems): string | null {
  const code = told?.toUpperCase() ?? null;
  const isCode = code === null || (countries.isValid(code) && code.length === 2);
  problems.check(isCode, path, 'Give an ISO 3166-1 alpha-2 country code, like KH, or leave it out when it is not known.');
  return code;
}

/** Checks the languages of a person and returns their canonical tags, the preferred one first, none twice. */
export function readLanguages(person: PersonQuestion, path: string, problems: Problems): string[] {
  const { length } = person.languages;
  problems.check(
    length >= 1 && length <= languagesMax,
    `${path}.languages`,
    `Give 1 to ${languagesMax} languages, the preferred one first.`,
  );
  const tags = person.languages.slice(0, languagesMax).map((tag, i) => {
    const canonical = canonicalLanguage(tag);
    problems.check(canonical !== null, `${path}.languages.${i}`, 'Give a BCP 47 tag of a language that exists, like km, ms or zh-Hant.');
    return canonical;
  });
  return [...new Set(tags.filter((tag) => tag !== null))];
}
