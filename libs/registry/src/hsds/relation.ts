import { declarationOf } from './objects.js';
import type { HsdsRecord, ObjectName } from './record.js';

/** Key of a stored object. */
export interface RecordKey {
  readonly object: ObjectName;
  readonly id: string;
}

/** A nesting: the child is in `property` of the parent. */
export interface Relation {
  readonly parentObject: ObjectName;
  readonly parentId: string;
  readonly property: string;
  readonly childObject: ObjectName;
  readonly childId: string;
  /** Order among siblings. */
  readonly position: number;
  /** The child, or the parent of an only child, also has a foreign key for it. */
  readonly isGiven?: boolean;
}

/** A lookup text for a key. Object names contain no colon. */
export const keyText = ({ object, id }: RecordKey): string => `${object}:${id}`;

/** Each key once. */
export const uniqueKeys = (keys: readonly RecordKey[]): readonly RecordKey[] => [
  ...new Map(keys.map((key) => [keyText(key), key])).values(),
];

/** Key of the object that nests. */
export const parentOf = (relation: Relation): RecordKey => ({ object: relation.parentObject, id: relation.parentId });

/** Key of the object that is nested. */
export const childKeyOf = (relation: Relation): RecordKey => ({ object: relation.childObject, id: relation.childId });

/** The nestings that a record states: the arrays that contain it, and its own single children. */
export function relationsOf({ object, id, links, references }: HsdsRecord): readonly Relation[] {
  return [
    ...links.map((link) => ({ ...link, childObject: object, childId: id })),
    ...references.map((reference) => ({
      parentObject: object,
      parentId: id,
      property: reference.property,
      childObject: reference.object,
      childId: reference.id,
      position: 0,
      ...(reference.isGiven && { isGiven: true }),
    })),
  ];
}

/** A lookup text for a nesting, without its position. */
export const relationText = (r: Relation): string => JSON.stringify([r.parentObject, r.parentId, r.property, r.childObject, r.childId]);

/**
 * Properties that point back up: following them would nest the directory in itself. A service also shows no other places of its
 * organization: one may become confidential without this service being published again.
 */
const elsewhere: ReadonlySet<string> = new Set(['organization.services', 'organization.locations', 'service_at_location.service']);

/** Whether a nesting leads out of an entry. */
export const leadsElsewhere = (relation: Relation): boolean => elsewhere.has(`${relation.parentObject}.${relation.property}`);

/** Records with the nestings that they state; the reverse of {@link relationsOf}. */
export function withRelations(records: readonly HsdsRecord[], relations: readonly Relation[]): readonly HsdsRecord[] {
  const links = new Map<string, HsdsRecord['links'][number][]>();
  const references = new Map<string, HsdsRecord['references'][number][]>();
  for (const relation of relations) {
    const { parentObject, parentId, property, childObject, childId, position } = relation;
    const given = relation.isGiven ? { isGiven: true } : {};
    if (isToMany(relation)) append(links, keyText(childKeyOf(relation)), { parentObject, parentId, property, position, ...given });
    else append(references, keyText(parentOf(relation)), { property, object: childObject, id: childId, ...given });
  }
  return records.map((record) => ({
    ...record,
    links: links.get(keyText(record)) ?? [],
    references: references.get(keyText(record)) ?? [],
  }));
}

/** Whether the child is in an array of its parent; otherwise the parent names its only child. */
export const isToMany = ({ parentObject, property }: Relation): boolean => declarationOf(parentObject).nested.get(property)?.many ?? true;

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
