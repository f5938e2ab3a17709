import { type AdmissionRule, type FieldProblem, isOnEarth, type PersonClause } from '@haven/kernel';
import { checkEmail, checkName, checkPhone, checkText, checkUrl, nameLengthMax } from './check-text.js';
import { isCountryCode } from '../places/countries.js';
import { languageTag } from '../languages/languages.js';
import type { PhoneEntry, PlaceEntry, ServiceEntry } from '../meaning/service-input.js';

const mostLocations = 50;
const mostPhones = 50;
const mostListItems = 200;
const ageMax = 120;

/** All problems of an entry; empty if it is valid. */
export function checkService(service: ServiceEntry, path = 'service'): readonly FieldProblem[] {
  return [
    ...checkName(`${path}.name`, service.name),
    ...checkText(`${path}.description`, service.description),
    ...checkLength(`${path}.locations`, service.locations, mostLocations),
    ...service.locations.slice(0, mostLocations).flatMap((place, index) => checkPlace(`${path}.locations.${index}`, place)),
    ...checkLanguages(`${path}.languages`, service.languages),
    ...checkLength(`${path}.phones`, service.phones, mostPhones),
    ...service.phones.slice(0, mostPhones).flatMap((phone, index) => checkPhoneEntry(`${path}.phones.${index}`, phone)),
    ...checkUrl(`${path}.url`, service.url),
    ...checkEmail(`${path}.email`, service.email),
    ...checkAdmission(`${path}.admission`, service.admission),
    ...(service.categories.length === 0
      ? [{ path: `${path}.categories`, message: 'Name at least one category; a match finds the service by it.' }]
      : []),
  ];
}

function checkLength(path: string, list: readonly unknown[], most: number): FieldProblem[] {
  return list.length > most ? [{ path, message: `Give at most ${most}.` }] : [];
}

function checkPlace(path: string, place: PlaceEntry): FieldProblem[] {
  const { latitude, longitude } = place;
  return [
    ...(isOnEarth({ latitude, longitude: 0 }) ? [] : [{ path: `${path}.latitude`, message: 'Give degrees from -90 to 90.' }]),
    ...(isOnEarth({ latitude: 0, longitude }) ? [] : [{ path: `${path}.longitude`, message: 'Give degrees from -180 to 180.' }]),
    ...(latitude === 0 && longitude === 0
      ? [{ path: `${path}.latitude`, message: 'Latitude 0, longitude 0 lies in the ocean and means unknown; give the position.' }]
      : []),
    ...checkCountry(`${path}.country`, place.country),
    ...checkText(`${path}.name`, place.name, nameLengthMax),
    ...checkText(`${path}.address`, place.address, 500),
    ...checkText(`${path}.city`, place.city, nameLengthMax),
  ];
}

/** Problems of an ISO 3166-1 alpha-2 code. */
export const checkCountry = (path: string, country: string): FieldProblem[] =>
  isCountryCode(country) ? [] : [{ path, message: 'Give an ISO 3166-1 alpha-2 code in capitals, like ID or TH.' }];

/** Problems of BCP 47 tags. */
export function checkLanguages(path: string, languages: readonly string[]): FieldProblem[] {
  const wrong = languages
    .slice(0, mostListItems)
    .flatMap((language, index) =>
      languageTag(language) === null
        ? [{ path: `${path}.${index}`, message: 'Give a BCP 47 tag of a known language, like km or pt-BR.' }]
        : [],
    );
  return [...checkLength(path, languages, mostListItems), ...wrong];
}

function checkPhoneEntry(path: string, phone: PhoneEntry): FieldProblem[] {
  return [
    ...checkPhone(`${path}.number`, phone.number),
    ...checkText(`${path}.extension`, phone.extension, 20),
    ...checkText(`${path}.type`, phone.type, 40),
    ...checkLanguages(`${path}.languages`, phone.languages),
  ];
}

function checkAdmission(path: string, rule: AdmissionRule): FieldProblem[] {
  const persons = rule.persons ?? [];
  return [
    ...checkLength(`${path}.persons`, persons, mostListItems),
    ...persons.slice(0, mostListItems).flatMap((clause, index) => checkClause(`${path}.persons.${index}`, clause)),
    ...(rule.nationalities ?? []).flatMap((country, index) => checkCountry(`${path}.nationalities.${index}`, country)),
  ];
}

function checkClause(path: string, { minimumAge, maximumAge }: PersonClause): FieldProblem[] {
  const outside = (age: number | null): boolean => age !== null && !(Number.isInteger(age) && age >= 0 && age <= ageMax);
  const problems = [
    ...(outside(minimumAge) ? [{ path: `${path}.minimumAge`, message: `Give whole years from 0 to ${ageMax}.` }] : []),
    ...(outside(maximumAge) ? [{ path: `${path}.maximumAge`, message: `Give whole years from 0 to ${ageMax}.` }] : []),
  ];
  if (problems.length > 0 || minimumAge === null || maximumAge === null || minimumAge <= maximumAge) return problems;
  return [{ path: `${path}.minimumAge`, message: 'Give a minimum age that is not above the maximum age.' }];
}
