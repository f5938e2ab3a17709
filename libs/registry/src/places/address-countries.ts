import { type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { countryCode } from './countries.js';
import { placesOf } from './places-of-service.js';

/** Countries that the addresses of a service name, ISO 3166-1 alpha-2. */
export function addressCountries(service: JsonRecord): string[] {
  const addresses = placesOf(service).flatMap((place) => listOf(place, 'addresses'));
  return [...new Set(addresses.flatMap((address) => countryCode(textOf(address, 'country')) ?? []))].sort();
}
