import type { ServiceSnapshot } from '@haven/events';
import { canonicalJson, centreOfCell } from '@haven/kernel';
import { derivedId } from '../hsds/derived-id.js';
import { digestOf } from '../hsds/record-digest.js';
import type { JsonObject } from '../hsds/record.js';
import { childOf, listOf, textOf } from '../reading/json-record.js';
import type { Whereabouts } from '../places/place-town.js';
import { snapshotOf } from '../meaning/service-view.js';
import { namedParts, textsIn } from './named-parts.js';
import { type IsSecret, nothingSecret, repeating } from './place-secrets.js';
import { confidentialPlaceFields, organizationFields, publicPlaceFields, serviceFields } from './public-fields.js';

/** Public cell of each confidential place of a service; null: it has no position yet. */
export type ConfidentialCells = ReadonlyMap<string, string | null>;

/** Which places of a service are not shown as they are. */
export interface HiddenPlaces {
  readonly cells: ConfidentialCells;
  /** Places that are not shown at all, because they may be confidential ones. */
  readonly withheld: ReadonlySet<string>;
}

/** What an entry needs besides its records. */
export interface EntryFacts extends Whereabouts, HiddenPlaces {
  /** Digest of the texts that a person of the organization released; null: none. */
  readonly releasedTexts: string | null;
  /** The organization has a confidential place, here or elsewhere. */
  readonly isOrganizationClosed: boolean;
  readonly verifiedAt: string | null;
  readonly missingSince: string | null;
  readonly version: number;
  /** Says so also if what is rendered is an entry, which has lost its hidden places. */
  readonly confidential?: boolean;
}

/**
 * The published entry of a nested service record; null without an organization. A service with a hidden place shows only the fields named
 * for it. Even before its texts are released, the entry says what they offer: languages, hours, admission.
 */
export function publicEntryOf(service: JsonObject, facts: EntryFacts): ServiceSnapshot | null {
  if (!hasHiddenPlace(service, facts)) return snapshotOf(facts.isOrganizationClosed ? beside(service) : service, facts);
  const read = confidentialForm(service, facts, true);
  const isReleased = facts.releasedTexts !== null && facts.releasedTexts === digestOfTexts(service);
  return snapshotOf(isReleased ? read : confidentialForm(service, facts, false), { ...facts, confidential: true }, read);
}

/** Whether the texts of a service are those that were released. */
export const digestOfTexts = (service: JsonObject): string => {
  const places = listOf(service, 'service_at_locations').flatMap((at) => textsIn(at as JsonObject, publicPlaceFields));
  return digestOf({ texts: canonicalJson([textsIn(service, serviceFields), places]) });
};

const placeOf = (at: JsonObject): string | null => {
  const place = childOf(at, 'location');
  return place && textOf(place, 'id');
};

/** Places of the service that are not shown as they are. */
const hiddenPlaces = (service: JsonObject, { cells, withheld }: HiddenPlaces): readonly JsonObject[] =>
  listOf(service, 'service_at_locations').flatMap((at) => {
    const place = childOf(at as JsonObject, 'location') as JsonObject | null;
    const id = place && textOf(place, 'id');
    return place !== null && id !== null && (cells.has(id) || withheld.has(id)) ? [place] : [];
  });

/** Whether one of its places is not shown as it is. */
export const hasHiddenPlace = (service: JsonObject, hidden: HiddenPlaces): boolean => hiddenPlaces(service, hidden).length > 0;

/** The organization of a service could reveal the confidential place of another of its services. */
const beside = (service: JsonObject): JsonObject => ({
  ...service,
  organization: namedParts(service.organization as JsonObject, organizationFields, false),
});

function confidentialForm(service: JsonObject, hidden: HiddenPlaces, withTexts: boolean): JsonObject {
  const { cells, withheld } = hidden;
  const isSecret = repeating(hiddenPlaces(service, hidden));
  const shown = listOf(service, 'service_at_locations').filter((at) => !withheld.has(placeOf(at as JsonObject) ?? ''));
  const ties = shown.map((at) => tieOf(at as JsonObject, cells, withTexts, isSecret));
  return { ...namedParts(service, serviceFields, withTexts, isSecret), ...(ties.length > 0 && { service_at_locations: ties }) };
}

/** A nested service record that shows only the public part of its confidential places. */
export function withAreas(service: JsonObject, cells: ConfidentialCells): JsonObject {
  const ties = listOf(service, 'service_at_locations') as readonly JsonObject[];
  if (!ties.some((at) => cells.has(placeOf(at) ?? ''))) return service;
  return {
    ...service,
    service_at_locations: ties.map((at) => (cells.has(placeOf(at) ?? '') ? tieOf(at, cells, true, nothingSecret) : at)),
  };
}

/** The published position of a confidential place is the centre of its area. */
function tieOf(at: JsonObject, cells: ConfidentialCells, withTexts: boolean, isSecret: IsSecret): JsonObject {
  const cell = cells.get(placeOf(at) ?? '');
  if (cell === undefined) return namedParts(at, publicPlaceFields, withTexts, isSecret);
  const tie = namedParts(at, confidentialPlaceFields, false, isSecret);
  const { attributes: told, addresses: _addresses, ...location } = tie.location as JsonObject;
  const attributes = listOf({ told }, 'told').filter(({ value }) => value === 'CONFIDENTIAL' || value === cell) as JsonObject[];
  const area = cell === null ? {} : { ...centreOfCell(cell) };
  const addresses = addressesOf(tie.location as JsonObject);
  return {
    ...tie,
    location: { ...location, ...area, ...(addresses.length > 0 && { addresses }), ...(attributes.length > 0 && { attributes }) },
  };
}

/** New ids derived from the place: with its own id, an address could be recognized at a public place. */
const addressesOf = (location: JsonObject): JsonObject[] =>
  listOf(location, 'addresses').map((address, index) => ({
    id: derivedId('address', String(location.id), String(index)),
    ...(address as JsonObject),
  }));
