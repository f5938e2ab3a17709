import type { HsdsRecord, ObjectName } from './hsds/record.js';

/** Names one stored object. */
export interface RecordKey {
  readonly object: ObjectName;
  readonly id: string;
}

/** One nesting: the child stands in `property` of the parent. */
export interface Relation {
  readonly parentObject: ObjectName;
  readonly parentId: string;
  readonly property: string;
  readonly childObject: ObjectName;
  readonly childId: string;
  /** Order among siblings. */
  readonly position: number;
}

/** One text for a key, to look it up by; object names have no colon. */
export const keyText = ({ object, id }: RecordKey): string => `${object}:${id}`;

/** Key of the object that nests. */
export const parentOf = (relation: Relation): RecordKey => ({ object: relation.parentObject, id: relation.parentId });

/** Key of the object that is nested. */
export const childKeyOf = (relation: Relation): RecordKey => ({ object: relation.childObject, id: relation.childId });

/** The nestings that a record states: the arrays it stands in, and its own single children. */
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
    })),
  ];
}

/** One text for a nesting, whatever its position. */
export const relationText = (r: Relation): string =>
  JSON.stringify([r.parentObject, r.parentId, r.property, r.childObject, r.childId]);
