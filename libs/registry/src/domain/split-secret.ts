import { keyOfSealed } from './closed-record.js';
import { havenCode } from './haven-attributes.js';
import { isPublicCell, markCodes, mayBeOfPlace } from './haven-marks.js';
import { ownerColumns } from './hsds/owner-kind.js';
import type { HsdsRecord, Link } from './hsds/record.js';
import { keyText, type RecordKey } from './relation.js';

/** What must be known to tell the secret from the open. */
export interface SecretKnowledge {
  /** Locations that are confidential, and records that are secret by themselves, by their id in the vault. */
  readonly places: ReadonlySet<string>;
  /** Location of records that live in the vault already, by key text. */
  readonly members: ReadonlyMap<string, string>;
  /** Codes of terms by id. */
  readonly terms: ReadonlyMap<string, string>;
  /** What holds records in the open so far, whatever they say themselves, by key text. */
  readonly holders: ReadonlyMap<string, readonly RecordKey[]>;
  /** Location of services at a location so far, by key text. */
  readonly standing: ReadonlyMap<string, string>;
}

/** The records of one confidential place, or of one record that is secret by itself, as they came. */
export interface SecretPlace {
  readonly locationId: string;
  readonly records: readonly HsdsRecord[];
  /** Cell that an attribute of the place tells: then its position is only the centre of the cell. */
  readonly toldCell: string | null;
}

/** Records apart: open ones, and those of each confidential place. */
export interface Split {
  readonly open: readonly HsdsRecord[];
  readonly places: readonly SecretPlace[];
}

/**
 * All that hangs on a confidential place only is secret, at whatever depth, except the attributes that say that it is confidential.
 * Attributes and metadata tell of what they name: one place among it is enough.
 */
export function splitSecret(records: readonly HsdsRecord[], known: SecretKnowledge): Split {
  const owners = ownersOf(records, known);
  const ownerOf = (link: Link): string | undefined => owners.get(keyText(parentOfLink(link)));
  const open: HsdsRecord[] = [];
  const secret = new Map<string, HsdsRecord[]>();
  for (const record of records) {
    const owner = owners.get(keyText(record));
    if (owner !== undefined) secret.set(owner, [...(secret.get(owner) ?? []), record]);
    else if (isShown(record, known)) open.push(record);
    else open.push({ ...record, links: record.links.filter((link) => ownerOf(link) === undefined) });
  }
  const told = toldCells(records, known);
  const places = [...new Set([...secret.keys(), ...[...told.keys()].filter((id) => known.places.has(id))])];
  return { open, places: places.map((id) => ({ locationId: id, records: secret.get(id) ?? [], toldCell: told.get(id) ?? null })) };
}

/** Location that each secret record belongs to, found outward from the places until nothing more is secret. */
function ownersOf(records: readonly HsdsRecord[], known: SecretKnowledge): ReadonlyMap<string, string> {
  const owners = new Map([...known.places].map((id) => [keyText(keyOfSealed(id)), id]));
  // One that comes again is judged anew by its links: it may by now stand in a public place as well.
  const again = new Set(records.filter(({ links }) => links.length > 0).map(keyText));
  for (const [key, id] of known.members) if (!again.has(key) || isHistory(key)) owners.set(key, id);
  const moved = new Set(records.filter((record) => placesReferredTo(record).length > 0).map(keyText));
  for (const [key, id] of known.standing) if (!moved.has(key) && known.places.has(id)) owners.set(key, id);
  const marks = marksOf(records, known);
  const holderOf = (key: RecordKey): string | undefined => owners.get(keyText(key)) ?? marks.get(keyText(key));
  for (let found = true; found;) {
    found = false;
    for (const record of records) {
      const owner = owners.has(keyText(record)) ? undefined : ownerByLinks(record, holderOf, known);
      if (owner === undefined) continue;
      owners.set(keyText(record), owner);
      found = true;
    }
  }
  return owners;
}

/** What told of a place once tells of it wherever it stands. */
const isHistory = (key: string): boolean => key.startsWith('metadata:');

/** Location of each mark of a confidential place: it is shown itself, and all that hangs on it belongs to the place. */
function marksOf(records: readonly HsdsRecord[], known: SecretKnowledge): ReadonlyMap<string, string> {
  const before = [...known.holders].filter(([key]) => key.startsWith('attribute:'));
  const now = records
    .filter((record) => isShown(record, known))
    .map((record): [string, readonly RecordKey[]] => [keyText(record), record.links.map(parentOfLink)]);
  const placed = [...before, ...now].map(([key, parents]) => ({
    key,
    place: parents.find(({ object, id }) => object === 'location' && known.places.has(id)),
  }));
  return new Map(placed.flatMap(({ key, place }): [string, string][] => (place === undefined ? [] : [[key, place.id]])));
}

const parentOfLink = (link: Link): RecordKey => ({ object: link.parentObject, id: link.parentId });

function ownerByLinks(record: HsdsRecord, holderOf: (key: RecordKey) => string | undefined, known: SecretKnowledge): string | undefined {
  if (record.object === 'service_at_location') return placesReferredTo(record).find((id) => known.places.has(id));
  if (isShown(record, known)) return undefined;
  const parents = [...record.links.map(parentOfLink), ...(known.holders.get(keyText(record)) ?? [])].map(holderOf);
  const isSecret = ownerColumns[record.object] ? parents.some(isOwned) : parents.every(isOwned);
  return isSecret ? parents.find(isOwned) : undefined;
}

const isOwned = (owner: string | undefined): boolean => owner !== undefined;

/** A service at a place hangs on its service, and is part of the place all the same. */
export const placesReferredTo = ({ object, references }: HsdsRecord): readonly string[] =>
  object === 'service_at_location' ? references.filter((reference) => reference.object === 'location').map(({ id }) => id) : [];

/** Our own attributes of the place itself. A cell must be a cell: anything else could tell the position. */
function isShown(record: HsdsRecord, { terms }: SecretKnowledge): boolean {
  if (record.object !== 'attribute' || !mayBeOfPlace(record)) return false;
  const code = terms.get(record.references.find(({ property }) => property === 'taxonomy_term')?.id ?? '') ?? '';
  const { value } = record.properties;
  if (!markCodes.includes(code)) return false;
  return code === havenCode.visibility ? value === 'CONFIDENTIAL' : isPublicCell(value);
}

function toldCells(records: readonly HsdsRecord[], known: SecretKnowledge): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const record of records) {
    if (!isShown(record, known) || record.properties.value === 'CONFIDENTIAL') continue;
    for (const { parentId } of record.links) told.set(parentId, String(record.properties.value));
  }
  return told;
}
