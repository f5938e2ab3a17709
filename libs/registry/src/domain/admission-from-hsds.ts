import { AccessibilityNeed, type AdmissionRule, ExploitationType, Gender, LegalStatus, type PersonClause } from '@haven/kernel';
import { emptyListSaid, havenCode, havenValues } from './haven-attributes.js';
import { type JsonRecord, isRecord, numberOf } from './json-record.js';

/** The admission rule that a service's or a capacity's record states. What cannot be read is not said. */
export function admissionFromHsds(record: JsonRecord): AdmissionRule {
  return {
    persons: personsOf(record),
    legalStatuses: members(record, havenCode.legalStatus, LegalStatus),
    nationalities: values(record, havenCode.nationality),
    exploitation: members(record, havenCode.exploitation, ExploitationType),
    pregnancy: truth(record, havenCode.pregnancy),
    accessibility: members(record, havenCode.accessibility, AccessibilityNeed),
    referralRequired: truth(record, havenCode.referralRequired),
  };
}

function personsOf(record: JsonRecord): readonly PersonClause[] | null {
  const stated = havenValues(record, havenCode.person);
  if (stated.length === 0) return clauseOfAges(record);
  if (stated.length === 1 && stated[0] === emptyListSaid) return [];
  const clauses = stated.map(clauseOf);
  // One clause that cannot be read could be the one that admits: then nothing is certain.
  return clauses.every((clause) => clause !== null) ? clauses : null;
}

function clauseOfAges(record: JsonRecord): readonly PersonClause[] | null {
  const minimumAge = age(numberOf(record, 'minimum_age'), Math.ceil);
  const maximumAge = age(numberOf(record, 'maximum_age'), Math.floor);
  if (minimumAge === null && maximumAge === null) return null;
  if (minimumAge !== null && maximumAge !== null && minimumAge > maximumAge) return null;
  return [{ genders: null, minimumAge, maximumAge, accompaniedOnly: false }];
}

const age = (value: number | null, toYears: (value: number) => number): number | null =>
  value === null || value < 0 ? null : toYears(value);

function clauseOf(text: string): PersonClause | null {
  const value = parsed(text);
  if (!isRecord(value)) return null;
  const genders = value.genders ?? null;
  const known: readonly unknown[] = Object.values(Gender);
  if (genders !== null && !(Array.isArray(genders) && genders.every((gender) => known.includes(gender)))) return null;
  return {
    genders: genders as Gender[] | null,
    minimumAge: age(numberOf(value, 'minimumAge'), Math.ceil),
    maximumAge: age(numberOf(value, 'maximumAge'), Math.floor),
    accompaniedOnly: value.accompaniedOnly === true,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function values(record: JsonRecord, code: string): readonly string[] | null {
  const stated = havenValues(record, code);
  if (stated.length === 0) return null;
  return stated.length === 1 && stated[0] === emptyListSaid ? [] : stated.filter((value) => value !== emptyListSaid);
}

function members<T extends string>(record: JsonRecord, code: string, all: Readonly<Record<string, T>>): readonly T[] | null {
  const stated = values(record, code);
  if (stated === null) return null;
  const known = stated.filter((value): value is T => Object.hasOwn(all, value));
  // A list of only unknown words must not turn into "none".
  return known.length === 0 && stated.length > 0 ? null : known;
}

function truth(record: JsonRecord, code: string): boolean | null {
  const [value] = havenValues(record, code);
  return value === 'true' ? true : value === 'false' ? false : null;
}
