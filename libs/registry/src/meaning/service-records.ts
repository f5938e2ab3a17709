import { admissionValues, agesOf } from './admission/admission-to-hsds.js';
import { derivedId } from '../hsds/derived-id.js';
import { havenAttribute, havenCode } from '../hsds/haven-attributes.js';
import type { HsdsRecord, JsonObject, Link, ObjectName, Reference } from '../hsds/record.js';
import { languageTag } from '../languages/languages.js';
import { visibilityRecords } from '../hsds/visibility-tags.js';
import type { PhoneEntry, PlaceEntry, ServiceEntry } from './service-input.js';

/** Properties that an entry sets. The other properties of an imported service stay as they are. */
export const enteredProperties: readonly string[] = ['name', 'description', 'url', 'email', 'minimum_age', 'maximum_age'];

/** A place with the id that it has or will get. */
export interface IdentifiedPlace {
  readonly id: string;
  readonly place: PlaceEntry;
}

/** The HSDS records of an entry, in the form that exports contain and imports read back. */
export function serviceRecords(
  serviceId: string,
  organizationId: string,
  entry: ServiceEntry,
  kept: JsonObject,
  places: readonly IdentifiedPlace[],
): readonly HsdsRecord[] {
  const service = { object: 'service', id: serviceId } as const;
  const said = [
    ...entry.categories.map((value) => ({ code: havenCode.category, value: value as string })),
    ...admissionValues(entry.admission),
  ];
  return [
    record(
      'service',
      serviceId,
      { status: 'active', ...kept, ...serviceProperties(entry) },
      [],
      [{ property: 'organization', object: 'organization', id: organizationId }],
    ),
    ...said.flatMap(({ code, value }, position) => havenAttribute(service, 'attributes', code, value, position)),
    ...languageRecords('service', serviceId, entry.languages),
    ...entry.phones.flatMap((phone, position) => phoneRecords(serviceId, phone, position)),
    ...places.flatMap(({ id, place }, position) => placeRecords(serviceId, id, place, position)),
  ];
}

function serviceProperties(entry: ServiceEntry): JsonObject {
  return {
    name: entry.name.trim(),
    ...given('description', entry.description),
    ...given('url', entry.url),
    ...given('email', entry.email),
    ...agesOf(entry.admission),
  };
}

const given = (property: string, text: string | null): JsonObject =>
  text === null || text.trim() === '' ? {} : { [property]: text.trim() };

const record = (
  object: ObjectName,
  id: string,
  properties: JsonObject,
  links: readonly Link[],
  references: readonly Reference[] = [],
): HsdsRecord => ({
  object,
  id,
  properties,
  links,
  references,
});

const link = (parentObject: ObjectName, parentId: string, property: string, position = 0): Link => ({
  parentObject,
  parentId,
  property,
  position,
});

function languageRecords(object: ObjectName, id: string, languages: readonly string[]): readonly HsdsRecord[] {
  const tags = [...new Set(languages.map((language) => languageTag(language) ?? language))];
  return tags.map((code, position) =>
    record('language', derivedId('language', object, id, code), { code, name: languageName(code) }, [
      link(object, id, 'languages', position),
    ]),
  );
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });
const languageName = (tag: string): string => names.of(tag) ?? tag;

function phoneRecords(serviceId: string, { number, extension, type, languages }: PhoneEntry, position: number): readonly HsdsRecord[] {
  const id = derivedId('phone', serviceId, position);
  const properties = { number: number.trim(), ...given('extension', extension), ...given('type', type) };
  return [record('phone', id, properties, [link('service', serviceId, 'phones', position)]), ...languageRecords('phone', id, languages)];
}

function placeRecords(serviceId: string, id: string, place: PlaceEntry, position: number): readonly HsdsRecord[] {
  const { latitude, longitude, visibility } = place;
  const at = derivedId('service_at_location', serviceId, id);
  const address = { ...given('address_1', place.address), ...given('city', place.city), country: place.country, address_type: 'physical' };
  const confidential = visibility === 'CONFIDENTIAL' ? visibilityRecords(id) : [];
  return [
    ...confidential,
    record(
      'service_at_location',
      at,
      {},
      [link('service', serviceId, 'service_at_locations', position)],
      [{ property: 'location', object: 'location', id }],
    ),
    record('location', id, { location_type: 'physical', ...given('name', place.name), latitude, longitude }, []),
    record('address', derivedId('address', id), address, [link('location', id, 'addresses')]),
  ];
}
