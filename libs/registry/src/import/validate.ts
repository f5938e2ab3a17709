import { isNoValue } from '../reading/no-value.js';
import { countryCode } from '../places/countries.js';
import { readArea } from '../places/read-area.js';
import { readInterpretation } from '../languages/read-interpretation.js';
import type { LanguagesRead } from '../languages/read-languages.js';
import { readLanguage, readLanguageTexts } from '../languages/said-languages.js';
import { isDialled, readScalarNumber } from '../reading/read-scalar-number.js';
import { areUnclear } from '../meaning/admission/ages.js';
import { declarationOf, type ScalarProperty, type ScalarType } from '../hsds/objects.js';
import { positionProblem, type PositionProblem } from '../hsds/position.js';
import type { HsdsRecord, JsonObject, JsonValue } from '../hsds/record.js';
import { statusMeaning } from '../meaning/service-status.js';

/** A problem of a record that is stored anyway. */
export interface ValidationProblem {
  readonly code:
    | 'REQUIRED_MISSING'
    | 'NAME_MISSING'
    | 'NOT_A_NUMBER'
    | 'NUMBER_READ'
    | 'AGES_UNCLEAR'
    | 'NOT_A_COUNT'
    | 'COUNTRY_UNKNOWN'
    | 'LANGUAGE_UNKNOWN'
    | 'AREA_READ'
    | 'AREA_UNREAD'
    | 'LANGUAGE_BY_INTERPRETER'
    | 'INTERPRETATION_UNREAD'
    | 'NOT_A_DATE'
    | 'NOT_A_DATE_TIME'
    | 'NOT_A_TIME'
    | 'NOT_AN_EMAIL'
    | 'NOT_A_URI'
    | 'NOT_A_SCALAR'
    | 'UNKNOWN_VALUE'
    | 'VALUE_REPAIRED'
    | 'CAPACITY_ABOVE_MAXIMUM'
    | PositionProblem;
  readonly field: string;
  readonly action: 'kept' | 'repaired';
}

/** The record, repaired if its meaning is certain, and its problems. */
export interface Validated {
  readonly record: HsdsRecord;
  readonly problems: readonly ValidationProblem[];
}

/** Odd values are kept and reported, never rejected: half of a directory entry helps more than none. */
export function validate(record: HsdsRecord): Validated {
  const properties: JsonObject = { ...record.properties };
  const problems = [
    ...repairName(record, properties),
    ...checkScalars(record, properties),
    ...checkTogether(record, properties),
    ...checkLanguageTexts(record, properties),
  ];
  const changed = problems.some((problem) => problem.action === 'repaired');
  return { record: changed ? { ...record, properties } : record, problems };
}

const isMissing = (value: JsonValue | undefined): boolean => value === undefined || value === null || value === '';

const longestMadeName = 80;

/** Objects that people find by name, so they need one. */
const needsName = (object: string): boolean => object === 'service' || object === 'organization';

const nameSources = ['name', 'alternate_name', 'description'] as const;
const sourceOfName = (properties: JsonObject): string | undefined =>
  nameSources.map((property) => properties[property]).find((text): text is string => typeof text === 'string' && !isNoValue(text));

/** Whether nobody could find the record: it needs a name, and has nothing to derive one from. */
export const isNameless = ({ object, properties }: HsdsRecord): boolean => needsName(object) && sourceOfName(properties) === undefined;

/** A service or organization without a name could not be found by anyone. */
function repairName({ object }: HsdsRecord, properties: JsonObject): ValidationProblem[] {
  if (!needsName(object) || !isBlank(properties.name)) return [];
  const from = sourceOfName(properties);
  if (from === undefined) return [];
  properties.name = from
    .trim()
    .split(/[\r\n]/)[0]!
    .slice(0, longestMadeName);
  return [{ code: 'NAME_MISSING', field: 'name', action: 'repaired' }];
}

const isBlank = (value: JsonValue | undefined): boolean => isMissing(value) || (typeof value === 'string' && isNoValue(value));

function checkScalars({ object, references }: HsdsRecord, properties: JsonObject): ValidationProblem[] {
  const isReference = (name: string): boolean => references.some((reference) => reference.property === name);
  return [...declarationOf(object).scalars.values()].flatMap((property) => {
    const value = Object.hasOwn(properties, property.name) ? properties[property.name] : undefined;
    if (!isMissing(value)) return checkValue(object, property, value!, properties);
    return property.required && !isReference(property.name)
      ? [{ code: 'REQUIRED_MISSING', field: property.name, action: 'kept' } as const]
      : [];
  });
}

function checkValue(object: string, property: ScalarProperty, value: JsonValue, properties: JsonObject): ValidationProblem[] {
  const { name: field, type, values } = property;
  if (typeof value === 'object') return [{ code: 'NOT_A_SCALAR', field, action: 'kept' }];
  if (values) return checkListed(object, property, value, properties);
  if (type === 'number') return checkNumber(field, value, properties);
  const code = codeOf(type, value);
  return code ? [{ code, field, action: 'kept' }] : [];
}

function checkNumber(field: string, value: JsonValue, properties: JsonObject): ValidationProblem[] {
  if (typeof value === 'number' || (typeof value === 'string' && isDialled(field, value))) return [];
  const meant = typeof value === 'string' ? readScalarNumber(field, value) : null;
  if (meant === null) return [{ code: 'NOT_A_NUMBER', field, action: 'kept' }];
  properties[field] = meant;
  return [{ code: 'NUMBER_READ', field, action: 'repaired' }];
}

function checkListed(object: string, { name, values }: ScalarProperty, value: JsonValue, properties: JsonObject): ValidationProblem[] {
  if (values!.includes(value as string)) return [];
  const text = String(value).trim().toLowerCase().replaceAll('_', ' ');
  const meant = values!.find((listed) => listed.toLowerCase() === text) ?? (object === 'service' ? statusMeaning(value) : null);
  if (!meant) return [{ code: 'UNKNOWN_VALUE', field: name, action: 'kept' }];
  properties[name] = meant;
  return [{ code: 'VALUE_REPAIRED', field: name, action: 'repaired' }];
}

const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const time = /^([01]\d|2[0-4]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

const isDate = (text: string): boolean => date.test(text) && new Date(text).toISOString().startsWith(text);

function isInstant(text: string): boolean {
  const [day = '', clock] = text.split(/[T ]/);
  return isDate(day) && (clock === undefined || time.test(clock));
}

const checks: {
  readonly [type in Exclude<ScalarType, 'string' | 'number'>]: readonly [(text: string) => boolean, ValidationProblem['code']];
} = {
  date: [isInstant, 'NOT_A_DATE'],
  datetime: [isInstant, 'NOT_A_DATE_TIME'],
  time: [(text) => time.test(text), 'NOT_A_TIME'],
  email: [(text) => email.test(text), 'NOT_AN_EMAIL'],
  uri: [(text) => URL.canParse(text), 'NOT_A_URI'],
};

function codeOf(type: Exclude<ScalarType, 'number'>, value: JsonValue): ValidationProblem['code'] | null {
  if (type === 'string') return null;
  const [fits, code] = checks[type];
  return fits(String(value)) ? null : code;
}

function checkTogether({ object }: HsdsRecord, properties: JsonObject): ValidationProblem[] {
  if (object === 'service_capacity') return checkCapacity(properties);
  if (object === 'service') return [...checkAges(properties), ...checkInterpretation(properties)];
  if (object === 'address') return checkCountry(properties);
  if (object === 'language') return checkLanguage(readLanguage(properties), isMissing(properties.code) ? 'name' : 'code');
  if (object === 'service_area') return checkArea(properties);
  const code = object === 'location' ? positionProblem(properties) : null;
  return code ? [{ code, field: 'latitude', action: 'kept' }] : [];
}

function checkCapacity({ available, maximum }: JsonObject): ValidationProblem[] {
  const odd = Object.entries({ available, maximum }).filter(([, count]) => typeof count === 'number' && !isCount(count));
  const above = typeof available === 'number' && typeof maximum === 'number' && available > maximum;
  return [
    ...odd.map(([field]): ValidationProblem => ({ code: 'NOT_A_COUNT', field, action: 'kept' })),
    ...(above ? [{ code: 'CAPACITY_ABOVE_MAXIMUM', field: 'available', action: 'kept' } as const] : []),
  ];
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0;

function checkAges({ minimum_age, maximum_age }: JsonObject): ValidationProblem[] {
  const [minimum, maximum] = [minimum_age, maximum_age].map((age) => (typeof age === 'number' && age >= 0 ? age : null)) as AgeLimits;
  return areUnclear(minimum, maximum) ? [{ code: 'AGES_UNCLEAR', field: 'maximum_age', action: 'kept' }] : [];
}

type AgeLimits = [minimum: number | null, maximum: number | null];

function checkCountry({ country }: JsonObject): ValidationProblem[] {
  const isUnknown = typeof country === 'string' && country.trim() !== '' && countryCode(country) === null;
  return isUnknown ? [{ code: 'COUNTRY_UNKNOWN', field: 'country', action: 'kept' }] : [];
}

function checkLanguage({ interpreted, unread }: LanguagesRead, field: string): ValidationProblem[] {
  return [
    ...(unread ? [{ code: 'LANGUAGE_UNKNOWN', field, action: 'kept' } as const] : []),
    ...(interpreted.length > 0 ? [{ code: 'LANGUAGE_BY_INTERPRETER', field, action: 'kept' } as const] : []),
  ];
}

function checkInterpretation({ interpretation_services: text }: JsonObject): ValidationProblem[] {
  const isUnread = typeof text === 'string' && readInterpretation(text).unread;
  return isUnread ? [{ code: 'INTERPRETATION_UNREAD', field: 'interpretation_services', action: 'kept' }] : [];
}

function checkArea(properties: JsonObject): ValidationProblem[] {
  const { mended, unread } = readArea(properties);
  const field = isMissing(properties.extent) ? 'name' : 'extent';
  if (unread) return [{ code: 'AREA_UNREAD', field, action: 'kept' }];
  return mended ? [{ code: 'AREA_READ', field, action: 'kept' }] : [];
}

const speaking: readonly string[] = ['service', 'location', 'phone'];

const checkLanguageTexts = ({ object }: HsdsRecord, properties: JsonObject): ValidationProblem[] =>
  speaking.includes(object) ? readLanguageTexts(properties).flatMap(({ read, field }) => checkLanguage(read, field)) : [];
