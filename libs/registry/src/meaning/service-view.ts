import { iso1A2Code } from '@rapideditor/country-coder';
import type { Schedule, ServiceSnapshot, ServiceView } from '@haven/events';
import type { Town } from '@haven/gazetteer';
import { type AdmissionRule, centreOfCell, NeedCategory, type Position } from '@haven/kernel';
import { admissionFromHsds } from './admission/admission-from-hsds.js';
import { capacitiesOf } from './capacities.js';
import { addressCountries } from '../places/address-countries.js';
import { countryCode } from '../places/countries.js';
import { havenCode, havenValues } from '../hsds/haven-attributes.js';
import { alwaysAnswered, schedulesOf } from '../hours/schedules-of.js';
import { positionOf } from '../hsds/position.js';
import type { JsonObject } from '../hsds/record.js';
import { serviceStatusOf } from './service-status.js';
import { instantOf, latest } from '../reading/instants.js';
import { childOf, type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { addressOf, placesOf } from '../places/places-of-service.js';
import { townOf, type Whereabouts } from '../places/place-town.js';
import { readPhones } from '../reading/read-phones.js';
import { interpretersOf } from './interpreters.js';
import { languagesSpoken } from '../languages/said-languages.js';
import { serviceAreaOf } from '../places/service-area.js';

/** Facts about a service that its records do not contain. */
export interface ServiceFacts extends Whereabouts {
  /** Public cell of each confidential location; null if it has no position yet. */
  readonly cells: ReadonlyMap<string, string | null>;
  /** A place of the service is hidden. */
  readonly confidential?: boolean;
  /** When somebody last called and confirmed the entry. */
  readonly verifiedAt: string | null;
  /** Since when its directory no longer lists it. */
  readonly missingSince: string | null;
  readonly version: number;
}

/**
 * The snapshot of a nested service record with only published data; null without an organization. `read`: the same record with texts that
 * Haven reads but does not show.
 */
export function snapshotOf(record: JsonObject, facts: ServiceFacts, read: JsonObject = record): ServiceSnapshot | null {
  const service = viewOf(record, facts, read);
  if (service === null) return null;
  const schedules = publishedHours(read, facts.cells);
  const placed = new Set(service.locations.filter(({ precision }) => precision === 'AREA').map(({ id }) => id));
  const cells = [...facts.cells].filter((entry): entry is [string, string] => entry[1] !== null && placed.has(entry[0]));
  return {
    service,
    publicCells: Object.fromEntries(cells),
    ...declaredArea(read),
    ...(service.locations.length === 0 && { addressCountries: addressCountries(record) }),
    capacities: capacitiesOf(record).map((capacity) => ({ ...capacity, admits: mutable(capacity.admits) })),
    ...(schedules.length > 0 && { schedules }),
    ...interpretersOf(read, placesOf(read), service.categories.includes('INTERPRETATION')),
  };
}

/** A confidential place's own hours are left out. The record no longer has them, and they would not count here. */
export const publishedHours = (record: JsonObject, cells: ServiceFacts['cells']): Schedule[] => [
  ...schedulesOf(record, cells).flatMap(({ schedule }) => schedule ?? []),
  ...alwaysAnswered(phoneRecords(record)),
];

function declaredArea(record: JsonObject): Pick<ServiceSnapshot, 'serviceArea' | 'serviceCountries' | 'serviceAreaUnclear'> {
  const { drawn, countries, isUnclear } = serviceAreaOf(record);
  return {
    serviceArea: drawn,
    ...(countries.length > 0 && { serviceCountries: [...countries] }),
    ...(isUnclear && { serviceAreaUnclear: true }),
  };
}

function viewOf(record: JsonObject, facts: ServiceFacts, read: JsonObject): ServiceView | null {
  const id = textOf(record, 'id');
  const organization = organizationOf(record);
  if (id === null || organization === null) return null;
  const places = placesOf(record);
  const locations = places.flatMap((place) => locationOf(place, facts));
  return {
    id,
    name: textOf(record, 'name') ?? id,
    alternateName: textOf(record, 'alternate_name'),
    description: textOf(record, 'description'),
    status: serviceStatusOf(record),
    categories: categoriesOf(record),
    organization,
    locations,
    languages: languagesIn(read, placesOf(read)),
    admission: mutable(admissionFromHsds(read)),
    phones: phonesOf(record, countryOfService(record, locations)),
    url: textOf(record, 'url'),
    email: textOf(record, 'email'),
    confidential: facts.confidential === true,
    verifiedAt: latest(facts.verifiedAt, instantOf(textOf(record, 'assured_date'))),
    ...(facts.missingSince !== null && { missingSince: facts.missingSince }),
    version: facts.version,
    hsds: record,
  };
}

function organizationOf(record: JsonRecord): ServiceView['organization'] | null {
  const organization = childOf(record, 'organization');
  const id = organization && textOf(organization, 'id');
  return id === null ? null : { id, name: (organization && textOf(organization, 'name')) ?? id };
}

function categoriesOf(record: JsonRecord): NeedCategory[] {
  const stated = new Set(havenValues(record, havenCode.category));
  return Object.values(NeedCategory).filter((category) => stated.has(category));
}

/** A place for the map: a confidential place has only its cell, a place without a position only its town. */
function locationOf(place: JsonRecord, { cells, findTown, doubted }: ServiceFacts): ServiceView['locations'] {
  const id = textOf(place, 'id');
  if (id === null) return [];
  const cell = cells.get(id);
  const position = doubted.has(id) ? null : positionIn(place, cell);
  const town = position === null ? townOf(place, findTown) : null;
  const at = position ?? town;
  if (at === null) return [];
  return [
    {
      id,
      name: textOf(place, 'name'),
      latitude: at.latitude,
      longitude: at.longitude,
      precision: town !== null ? 'CITY' : cell === undefined ? 'EXACT' : 'AREA',
      ...addressShown(addressOf(place) ?? {}, town, cell === undefined),
    },
  ];
}

const positionIn = (place: JsonRecord, cell: string | null | undefined): Position | null =>
  cell === undefined ? positionOf(place as JsonObject) : cell === null ? null : centreOfCell(cell);

const addressShown = (address: JsonRecord, town: Town | null, isOpen: boolean) => ({
  address: isOpen ? streetOf(address) : null,
  city: textOf(address, 'city') ?? town?.name ?? null,
  country: countryCode(textOf(address, 'country')) ?? town?.country ?? null,
});

function streetOf(address: JsonRecord): string | null {
  const parts = ['address_1', 'address_2'].map((property) => textOf(address, property)).filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function languagesIn(record: JsonRecord, places: readonly JsonRecord[]): string[] {
  return [...new Set([record, ...places].flatMap(languagesSpoken))];
}

/** Phones of the service, else of the service at its places, else of its places, else of its organization. */
function phoneRecords(record: JsonRecord): readonly JsonRecord[] {
  const holders = [[record], listOf(record, 'service_at_locations'), placesOf(record), [childOf(record, 'organization') ?? {}]];
  const phones = holders.map((some) => some.flatMap((holder) => listOf(holder, 'phones')));
  return phones.find((found) => found.some((phone) => phoneOf(phone, null).length > 0)) ?? [];
}

const phonesOf = (record: JsonRecord, country: string | null): ServiceView['phones'] =>
  unique(phoneRecords(record).flatMap((phone) => phoneOf(phone, country)));

function phoneOf(phone: JsonRecord, country: string | null): ServiceView['phones'] {
  const extension = textOf(phone, 'extension');
  const languages = [...new Set(languagesSpoken(phone))];
  const numbers = readPhones(textOf(phone, 'number') ?? '', extension, country);
  return numbers.map((number) => ({ ...number, extension, type: textOf(phone, 'type'), languages }));
}

/** The country by which phone numbers are read: that of its places, if all are in one country. */
function countryOfService(record: JsonRecord, locations: ServiceView['locations']): string | null {
  const countries = locations.map(
    ({ country, latitude, longitude }) => country ?? iso1A2Code([longitude, latitude], { level: 'territory' }),
  );
  const [country = null, ...others] = new Set(locations.length > 0 ? countries : addressCountries(record));
  return others.length === 0 ? country : null;
}

const unique = (phones: ServiceView['phones']): ServiceView['phones'] => [
  ...new Map(phones.map((phone) => [`${phone.number} ${phone.extension}`, phone])).values(),
];

/** The kernel's rule is read-only, the event's is not. Copies it, so that nobody changes a shared value. */
const mutable = (rule: AdmissionRule): ServiceView['admission'] => structuredClone(rule) as ServiceView['admission'];
