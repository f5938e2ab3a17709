import { describe, expect, it } from '@jest/globals';
import { positionOf } from '../hsds/position.js';
import type { HsdsRecord, JsonObject, ObjectName } from '../hsds/record.js';
import { serviceStatusOf } from '../meaning/service-status.js';
import { isNameless, validate } from './validate.js';

const record = (object: ObjectName, properties: JsonObject): HsdsRecord => ({ object, id: '1', properties, links: [], references: [] });
const told = (object: ObjectName, properties: JsonObject): string[] =>
  validate(record(object, properties)).problems.map(({ code, field, action }) => `${code} ${field} ${action}`);

const service = { name: 'Shelter', status: 'active' };
const location = { location_type: 'physical' };
const address = { address_1: '1 Example St', city: 'C', state_province: 'S', postal_code: '0', address_type: 'physical' };

describe('validate', () => {
  it.each([
    ['service', service, []],
    [
      'service',
      { ...service, email: 'a@b.org', url: 'https://example.org', assured_date: '2026-02-28', last_modified: '2023-03-15T10:30:45.123Z' },
      [],
    ],
    ['service', { ...service, minimum_age: 'twelve' }, ['NOT_A_NUMBER minimum_age kept']],
    ['service', { ...service, minimum_age: true }, ['NOT_A_NUMBER minimum_age kept']],
    [
      'service',
      { ...service, minimum_age: '6 months', maximum_age: '17,5' },
      ['NUMBER_READ minimum_age repaired', 'NUMBER_READ maximum_age repaired'],
    ],
    ['service', { ...service, minimum_age: 18, maximum_age: '12' }, ['NUMBER_READ maximum_age repaired', 'AGES_UNCLEAR maximum_age kept']],
    ['service', { ...service, minimum_age: 0, maximum_age: 0 }, ['AGES_UNCLEAR maximum_age kept']],
    ['service', { ...service, minimum_age: 999, maximum_age: 999 }, ['AGES_UNCLEAR maximum_age kept']],
    ['service', { ...service, minimum_age: 0, maximum_age: 999 }, []],
    ['phone', { number: '1', extension: '007' }, []],
    ['phone', { number: '1', language: 'en, es' }, []],
    ['phone', { number: '1', language: '137,138' }, []],
    ['phone', { number: '1', language: 'Elvish' }, ['LANGUAGE_UNKNOWN language kept']],
    ['service', { ...service, languages: ['en', 'Elvish'] }, ['LANGUAGE_UNKNOWN languages kept']],
    ['language', { code: 'iw' }, []],
    ['language', { code: 'en, xx' }, ['LANGUAGE_UNKNOWN code kept']],
    ['service', { ...service, interpretation_services: 'Ask at the gate' }, ['INTERPRETATION_UNREAD interpretation_services kept']],
    ['service', { ...service, interpretation_services: 'Language line' }, []],
    ['language', { name: 'Elvish' }, ['LANGUAGE_UNKNOWN name kept']],
    ['language', { name: 'Spanish - interpreter on request' }, ['LANGUAGE_BY_INTERPRETER name kept']],
    ['language', { name: 'Interpreter on request' }, ['LANGUAGE_BY_INTERPRETER name kept']],
    ['address', { ...address, country: 'Lao PDR' }, []],
    ['address', { ...address, country: 'Middle Earth' }, ['COUNTRY_UNKNOWN country kept']],
    ['address', { ...address, country: '' }, ['REQUIRED_MISSING country kept']],
    ['phone', { number: '1', extension: 'ask' }, ['NOT_A_NUMBER extension kept']],
    [
      'service_capacity',
      { available: 2.5, maximum: -1, updated: '2024-09-25' },
      ['NOT_A_COUNT available kept', 'NOT_A_COUNT maximum kept', 'CAPACITY_ABOVE_MAXIMUM available kept'],
    ],
    ['service', { ...service, minimum_age: null, email: '' }, []],
    ['service', { ...service, email: 'nobody' }, ['NOT_AN_EMAIL email kept']],
    ['service', { ...service, url: 'www.example.org' }, ['NOT_A_URI url kept']],
    ['service', { ...service, assured_date: '2026-02-30' }, ['NOT_A_DATE assured_date kept']],
    ['service', { ...service, last_modified: 'yesterday' }, ['NOT_A_DATE_TIME last_modified kept']],
    ['service', { ...service, description: ['a'] }, ['NOT_A_SCALAR description kept']],
    ['service', { name: 'x' }, ['REQUIRED_MISSING status kept']],
    ['service', { ...service, status: 'perhaps' }, ['UNKNOWN_VALUE status kept']],
    [
      'location',
      { ...location, latitude: '+34.5', longitude: '117 W' },
      ['NUMBER_READ latitude repaired', 'NUMBER_READ longitude repaired'],
    ],
    [
      'schedule',
      { opens_at: '25:00', closes_at: '9am', wkst: 'mo' },
      ['VALUE_REPAIRED wkst repaired', 'NOT_A_TIME opens_at kept', 'NOT_A_TIME closes_at kept'],
    ],
    ['schedule', { opens_at: '10:00:00', closes_at: '18:00' }, []],
    ['location', { ...location, latitude: 100, longitude: 101 }, ['NOT_ON_EARTH latitude kept']],
    ['location', { ...location, latitude: 0, longitude: 0 }, ['POSITION_IS_ZERO latitude kept']],
    ['location', { ...location, latitude: 3.5 }, ['POSITION_INCOMPLETE latitude kept']],
    ['service_capacity', { available: 12, maximum: 10, updated: '2024-09-25T14:23:06.5+01:00' }, ['CAPACITY_ABOVE_MAXIMUM available kept']],
  ] as [ObjectName, JsonObject, string[]][])('%s %j', (object, properties, expected) => expect(told(object, properties)).toEqual(expected));

  it.each([
    ['1', 'active'],
    ['Verified', 'active'],
    ['ACTIVE', 'active'],
    ['temporarily_closed', 'temporarily closed'],
    ['Defunct', 'defunct'],
    ['unpublished', 'inactive'],
  ])('status %s is repaired to %s', (status, expected) => {
    const { record: repaired, problems } = validate(record('service', { name: 'x', status }));
    expect(repaired.properties.status).toBe(expected);
    expect(problems).toEqual([{ code: 'VALUE_REPAIRED', field: 'status', action: 'repaired' }]);
  });

  it('derives a missing name', () => {
    const nameOf = (properties: JsonObject): unknown =>
      validate(record('service', { status: 'active', ...properties })).record.properties.name;
    expect(nameOf({ alternate_name: 'The House' })).toBe('The House');
    expect(nameOf({ name: '', description: 'First line\nsecond' })).toBe('First line');
    expect(nameOf({ name: '  ', description: 'Text' })).toBe('Text');
  });

  it.each([
    ['service', {}, true],
    ['service', { name: ' ', description: '\u00a0', status: 'active' }, true],
    ['organization', { name: null, website: 'https://example.org' }, true],
    ['service', { alternate_name: 'The House' }, false],
    ['location', {}, false],
  ] as const)('finds a nameless %s: %j is %s', (object, properties, nameless) => {
    expect(isNameless({ object, id: 'x', properties: { ...properties }, links: [], references: [] })).toBe(nameless);
  });

  it('stores the number in a text, and leaves an extension as it is dialled', () => {
    const stored = (object: ObjectName, properties: JsonObject) => validate(record(object, properties)).record.properties;
    expect(stored('location', { latitude: ' 34.5', longitude: '117°30′W' })).toEqual({ latitude: 34.5, longitude: -117.5 });
    expect(stored('phone', { extension: '007' })).toEqual({ extension: '007' });
    expect(stored('service_capacity', { available: '3', maximum: '4 ' })).toEqual({ available: 3, maximum: 4 });
  });

  it('leaves the given record as it was', () => {
    const given = record('service', { name: 'x', status: 'Verified' });
    validate(given);
    expect(given.properties.status).toBe('Verified');
  });
});

describe('serviceStatusOf', () => {
  it.each([
    [{}, 'ACTIVE'],
    [{ status: '6' }, 'ACTIVE'],
    [{ status: 'inactive' }, 'INACTIVE'],
    [{ status: 'temporarily closed' }, 'TEMPORARILY_CLOSED'],
    [{ status: 'defunct' }, 'DEFUNCT'],
  ])('%j → %s', (properties, status) => expect(serviceStatusOf(properties as JsonObject)).toBe(status));
});

describe('positionOf', () => {
  it('is only a place on the map', () => {
    expect(positionOf({ latitude: 3.59, longitude: 98.67 })).toEqual({ latitude: 3.59, longitude: 98.67 });
    for (const bad of [{}, { latitude: 0, longitude: 0 }, { latitude: 100, longitude: 1 }, { latitude: '3', longitude: 98 }])
      expect(positionOf(bad as JsonObject)).toBeNull();
  });
});
