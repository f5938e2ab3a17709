import type { ServiceSnapshot, ServiceView } from '@haven/contracts';
import { type AdmissionRule, centreOfCell, NeedCategory } from '@haven/kernel';
import { admissionFromHsds } from './admission-from-hsds.js';
import { capacitiesOf } from './capacities.js';
import { countryCode } from '../places/countries.js';
import { havenCode, havenValues } from '../hsds/haven-attributes.js';
import { alwaysAnswered, schedulesOf } from '../hours/schedules-of.js';
import { positionOf } from '../hsds/position.js';
import type { JsonObject } from '../hsds/record.js';
import { serviceStatusOf } from './service-status.js';
import { instantOf, latest } from '../reading/instants.js';
import { childOf, type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { addressOf, placesOf } from '../places/places-of-service.js';
import { interpretersOf } from './interpreters.js';
import { languagesSpoken } from '../languages/said-languages.js';
import { serviceAreaOf } from '../places/service-area.js';

/** What a service's records do not say themselves. */
export interface ServiceFacts {
  /** Public cell of each confidential location; null: it has no position yet. */
  readonly cells: ReadonlyMap<string, string | null>;
  /** When somebody last called and found the entry right. */
  readonly verifiedAt: string | null;
  readonly version: number;
}

/**
 * The snapshot of a nested service record that has nothing but what is published; null without an organization. `read`: the same with
 * texts that are read and not shown.
 */
export function snapshotOf(record: JsonObject, facts: ServiceFacts, read: JsonObject = record): ServiceSnapshot | null {
  const service = viewOf(record, facts, read);
  if (service === null) return null;
  const placed = new Set(service.locations.map(({ id }) => id));
  const cells = [...facts.cells].filter((entry): entry is [string, string] => entry[1] !== null && placed.has(entry[0]));
  return {
    service,
    publicCells: Object.fromEntries(cells),
    ...declaredArea(read),
    ...(service.locations.length === 0 && { addressCountries: addressCountries(record) }),
    capacities: capacitiesOf(record).map((capacity) => ({ ...capacity, admits: mutable(capacity.admits) })),
    ...saidHours(read, facts),
    ...interpretersOf(read, placesOf(read), service.categories.includes('INTERPRETATION')),
  };
}

/** Of a confidential place none of its own: the record has them no more, and here they would not count. */
function saidHours(record: JsonObject, { cells }: ServiceFacts): Pick<ServiceSnapshot, 'schedules'> {
  const said = schedulesOf(record, cells).flatMap(({ schedule }) => schedule ?? []);
  const schedules = [...said, ...alwaysAnswered(phoneRecords(record))];
  return schedules.length > 0 ? { schedules } : {};
}

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
  return {
    id,
    name: textOf(record, 'name') ?? id,
    alternateName: textOf(record, 'alternate_name'),
    description: textOf(record, 'description'),
    status: serviceStatusOf(record),
    categories: categoriesOf(record),
    organization,
    locations: places.flatMap((place) => locationOf(place, facts.cells)),
    languages: languagesIn(read, placesOf(read)),
    admission: mutable(admissionFromHsds(read)),
    phones: phonesOf(record),
    url: textOf(record, 'url'),
    email: textOf(record, 'email'),
    confidential: places.some((place) => facts.cells.has(textOf(place, 'id') ?? '')),
    verifiedAt: latest(facts.verifiedAt, instantOf(textOf(record, 'assured_date'))),
    version: facts.version,
    hsds: record,
  };
}

const addressCountries = (record: JsonRecord): string[] => {
  const addresses = placesOf(record).flatMap((place) => listOf(place, 'addresses'));
  return [...new Set(addresses.flatMap((address) => countryCode(textOf(address, 'country')) ?? []))].sort();
};

function organizationOf(record: JsonRecord): ServiceView['organization'] | null {
  const organization = childOf(record, 'organization');
  const id = organization && textOf(organization, 'id');
  return id === null ? null : { id, name: (organization && textOf(organization, 'name')) ?? id };
}

function categoriesOf(record: JsonRecord): NeedCategory[] {
  const stated = new Set(havenValues(record, havenCode.category));
  return Object.values(NeedCategory).filter((category) => stated.has(category));
}

/** A place that can be on a map: of a confidential one only its cell. */
function locationOf(place: JsonRecord, cells: ServiceFacts['cells']): ServiceView['locations'] {
  const id = textOf(place, 'id');
  if (id === null) return [];
  const cell = cells.get(id);
  const position = cell === undefined ? positionOf(place as JsonObject) : cell === null ? null : centreOfCell(cell);
  if (position === null) return [];
  const address = addressOf(place);
  return [
    {
      id,
      name: textOf(place, 'name'),
      ...position,
      precision: cell === undefined ? 'EXACT' : 'AREA',
      address: cell === undefined && address ? streetOf(address) : null,
      city: address && textOf(address, 'city'),
      country: address && countryCode(textOf(address, 'country')),
    },
  ];
}

function streetOf(address: JsonRecord): string | null {
  const parts = ['address_1', 'address_2'].map((property) => textOf(address, property)).filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function languagesIn(record: JsonRecord, places: readonly JsonRecord[]): string[] {
  return [...new Set([record, ...places].flatMap(languagesSpoken))];
}

/** Phones of the service, else of where it is given, else of its organization. */
function phoneRecords(record: JsonRecord): readonly JsonRecord[] {
  const holders = [[record], listOf(record, 'service_at_locations'), placesOf(record), [childOf(record, 'organization') ?? {}]];
  const phones = holders.map((some) => some.flatMap((holder) => listOf(holder, 'phones')));
  return phones.find((found) => found.some((phone) => phoneOf(phone).length > 0)) ?? [];
}

const phonesOf = (record: JsonRecord): ServiceView['phones'] => unique(phoneRecords(record).flatMap(phoneOf));

function phoneOf(phone: JsonRecord): ServiceView['phones'] {
  const number = textOf(phone, 'number')?.replace(/^"+|"+$/g, '') ?? null;
  if (number === null) return [];
  const languages = [...new Set(languagesSpoken(phone))];
  return [{ number, extension: textOf(phone, 'extension'), type: textOf(phone, 'type'), languages }];
}

const unique = (phones: ServiceView['phones']): ServiceView['phones'] => [
  ...new Map(phones.map((phone) => [`${phone.number} ${phone.extension}`, phone])).values(),
];

/** The kernel's rule is read-only, the wire's is not: a copy, so that nobody writes into a shared value. */
const mutable = (rule: AdmissionRule): ServiceView['admission'] => structuredClone(rule) as ServiceView['admission'];
