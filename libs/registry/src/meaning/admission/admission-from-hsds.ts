import {
  AccessibilityNeed,
  type AdmissionRule,
  type AgeBounds,
  ageBounds,
  ExploitationType,
  Gender,
  LegalStatus,
  type PersonClause,
} from '@haven/kernel';
import { countryCode } from '../../places/countries.js';
import { emptyListValue, havenCode, havenValues, isWorkedOut } from '../../hsds/haven-attributes.js';
import { isKnownSource } from '../../crosswalks/persons-of-terms.js';
import { areUnclear } from './ages.js';
import { saysMoreThanAges } from './admission-sayings.js';
import { within } from './within.js';
import { type JsonRecord, isRecord, numberOf, textOf } from '../../reading/json-record.js';

/** The admission rule in a service's or capacity's record. A part that cannot be read counts as missing. */
export function admissionFromHsds(record: JsonRecord): AdmissionRule {
  return {
    persons: personsOf(record),
    legalStatuses: members(record, havenCode.legalStatus, LegalStatus),
    nationalities: nationalitiesOf(record),
    exploitation: members(record, havenCode.exploitation, ExploitationType),
    pregnancy: truth(record, havenCode.pregnancy),
    accessibility: members(record, havenCode.accessibility, AccessibilityNeed),
    referralRequired: truth(record, havenCode.referralRequired),
  };
}

function personsOf(record: JsonRecord): readonly PersonClause[] | null {
  const stated = havenValues(record, havenCode.person);
  if (stated.length === 0) return clauseOfAges(record);
  if (stated.length === 1 && stated[0] === emptyListValue) return [];
  const clauses = stated.map(clauseOf);
  // The clause that cannot be read may be the one that admits, so nothing is certain.
  if (!clauses.every((clause) => clause !== null)) return null;
  return isWorkedOut(record, havenCode.person) ? withinAges(clauses, record) : clauses;
}

/** A text seldom repeats the age limits of the record. If the limits are unreadable, nobody is certainly within them. */
function withinAges(clauses: readonly PersonClause[], record: JsonRecord): readonly PersonClause[] | null {
  const limits = boundsOf(record, 'minimum_age', 'maximum_age');
  if (limits === null) return clauses.map((clause) => ({ ...clause, asked: true }));
  const possible = within(clauses, limits);
  return possible.length > 0 ? possible : null;
}

function clauseOfAges(record: JsonRecord): readonly PersonClause[] | null {
  const bounds = boundsOf(record, 'minimum_age', 'maximum_age');
  if (bounds === null || (bounds.minimumAge === null && bounds.maximumAge === null)) return null;
  const isOpen = saysMoreThanAges(textOf(record, 'eligibility_description') ?? '');
  return [{ genders: null, ...bounds, accompaniedOnly: false, ...(isOpen && { asked: true }) }];
}

/** Null if a bound cannot be read or the bounds contradict each other: without the bound the rule could admit too many. */
function boundsOf(record: JsonRecord, from: string, to: string): AgeBounds | null {
  const [minimum, maximum] = [yearsOf(record, from), yearsOf(record, to)];
  if (minimum === undefined || maximum === undefined || areUnclear(minimum, maximum)) return null;
  return ageBounds(minimum, maximum);
}

/** Undefined if the value is not an age. Some publishers write -1 for none. */
function yearsOf(record: JsonRecord, property: string): number | null | undefined {
  const years = numberOf(record, property);
  if (years !== null) return years < 0 ? null : years;
  return textOf(record, property) === null ? null : undefined;
}

function clauseOf(text: string): PersonClause | null {
  const value = parsed(text);
  if (!isRecord(value)) return null;
  const genders = value.genders ?? null;
  const known: readonly unknown[] = Object.values(Gender);
  if (genders !== null && !(Array.isArray(genders) && genders.every((gender) => known.includes(gender)))) return null;
  const bounds = boundsOf(value, 'minimumAge', 'maximumAge');
  if (bounds === null) return null;
  const terms = Array.isArray(value.terms) ? value.terms.filter(isKnownSource) : [];
  const named = terms.length > 0 ? { terms } : {};
  const clause = { genders: genders as Gender[] | null, ...bounds, accompaniedOnly: value.accompaniedOnly === true, ...named };
  // Only a plain "no" makes the clause certain.
  return (value.asked ?? false) === false ? clause : { ...clause, asked: true };
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
  return stated.length === 1 && stated[0] === emptyListValue ? [] : stated.filter((value) => value !== emptyListValue);
}

/** A country that cannot be read may be the person's, so nothing is certain. */
function nationalitiesOf(record: JsonRecord): readonly string[] | null {
  const codes = values(record, havenCode.nationality)?.map(countryCode) ?? null;
  return codes?.every((code) => code !== null) ? [...new Set(codes)] : null;
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
