import { closedIdOf, mayBeClosed } from './closed-record.js';
import { havenAttribute, havenCode } from './haven-attributes.js';
import { leadingToPlaces } from './haven-marks.js';
import type { HsdsRecord, ObjectName } from './hsds/record.js';
import { type RecordKey, uniqueKeys } from './relation.js';
import { type Secrecy, saysSecret } from './says-secret.js';
import { wordsOf } from './secrecy-name.js';

/** A property by which a publisher says, in words of its own, that a record is secret. */
export interface SaidSecret {
  readonly property: string;
  readonly secrecy: Secrecy;
}

/** The properties that say that the record is secret. */
export const saidSecrets = ({ object, properties }: HsdsRecord): readonly SaidSecret[] =>
  Object.entries(properties).flatMap(([property, value]) => {
    const secrecy = saysSecret(object, property, value);
    return secrecy === null ? [] : [{ property, secrecy }];
  });

/**
 * Our marks for what a record says in other words: from then on they are kept, found and told as if the publisher had set
 * them. They stand on the record, or on the places that it names.
 */
export function marksSaid(record: HsdsRecord): readonly HsdsRecord[] {
  const said = saidSecrets(record);
  if (said.length === 0) return [];
  return uniqueKeys(ownersOf(record, said)).flatMap((owner) =>
    havenAttribute(owner, 'attributes', havenCode.visibility, 'CONFIDENTIAL', markPosition),
  );
}

/** The vault's id of the record, when it says that it is secret by itself; null when it does not, or is a place. */
export const closedBySaying = (record: HsdsRecord): string | null =>
  mayBeClosed(record.object) && saidSecrets(record).length > 0 ? closedIdOf(record) : null;

const markPosition = 900_000;
const placed: ReadonlySet<ObjectName> = new Set(['location', ...leadingToPlaces]);

function ownersOf(record: HsdsRecord, said: readonly SaidSecret[]): readonly RecordKey[] {
  const { object, id, links, references } = record;
  const holders = links.map(({ parentObject, parentId }): RecordKey => ({ object: parentObject, id: parentId }));
  if (!placed.has(object)) return said.some(isAboutPlace) ? holders.filter((holder) => placed.has(holder.object)) : [];
  const places = [...holders, ...references].filter((near) => near.object === 'location');
  const near =
    object === 'address' || object === 'service_at_location'
      ? places.map((place): RecordKey => ({ object: 'location', id: place.id }))
      : [];
  return [{ object, id }, ...near];
}

const placeWords: ReadonlySet<string> = new Set([
  'address',
  'addresses',
  'location',
  'locations',
  'place',
  'site',
  'street',
  'map',
  'maps',
  'position',
]);

/** A phone may say that the address is secret; that it is secret itself says nothing of the place. */
const isAboutPlace = ({ property }: SaidSecret): boolean => wordsOf(property).some((word) => placeWords.has(word));
