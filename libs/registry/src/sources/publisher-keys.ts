import { ourTermIds } from '../hsds/haven-attributes.js';
import { leadingToPlaces, isTagById } from '../hsds/visibility-tags.js';
import { declarationOf } from '../hsds/objects.js';
import { ownerColumns, ownerKindOf } from '../hsds/owner-kind.js';
import type { HsdsRecord, ObjectName } from '../hsds/record.js';
import type { RecordKey } from '../hsds/relation.js';

/** Possible kinds of an owner whose kind is unknown. */
export const unknownKinds: readonly ObjectName[] = ['location', ...leadingToPlaces];

/** The new id for a key; the old one if it stays. */
export type IdOf = (key: RecordKey) => string;

/** Haven's own terms have the same id everywhere. */
const isOurs = ({ object, id }: RecordKey): boolean => object === 'taxonomy_term' && ourTermIds.includes(id);

/** The id itself says that something is confidential, so it must stay. */
export const isTagId = ({ object, id }: RecordKey): boolean => object === 'taxonomy_term' && isTagById(id);

/** Columns that name another object of the same kind. */
const ownKind: { readonly [name in ObjectName]?: string } = { organization: 'parent_organization_id', taxonomy_term: 'parent_id' };

/** An id among the properties, and the object that it refers to; null if unknown. */
interface IdColumn {
  readonly column: string;
  readonly object: ObjectName | null;
  readonly id: string;
}

function idColumns({ object, properties }: HsdsRecord): readonly IdColumn[] {
  const owner = ownerColumns[object];
  const columns: [column: string, object: ObjectName | null][] = [
    ...(owner ? [[owner.id, ownerKindOf(properties[owner.kind])] as [string, ObjectName | null]] : []),
    ...(ownKind[object] ? [[ownKind[object], object] as [string, ObjectName]] : []),
    ...declarationOf(object).foreignKeys.map((key): [string, ObjectName] => [key.column, key.object]),
  ];
  return columns.flatMap(([column, of]) => {
    const value = Object.hasOwn(properties, column) ? properties[column] : undefined;
    const id = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    return id === '' ? [] : [{ column, object: of, id }];
  });
}

/** Ids of owners whose kind the record does not give. */
export const unknownOwnersIn = (record: HsdsRecord): readonly string[] =>
  idColumns(record).flatMap(({ object, id }) => (object === null ? [id] : []));

/** The record's own key, and the keys of everything that it refers to. */
export const keysIn = (record: HsdsRecord): readonly RecordKey[] =>
  [
    { object: record.object, id: record.id },
    ...record.links.map((link) => ({ object: link.parentObject, id: link.parentId })),
    ...record.references.map(({ object, id }) => ({ object, id })),
    ...idColumns(record).flatMap(({ object, id }) => (object === null ? unknownKinds : [object]).map((kind) => ({ object: kind, id }))),
  ].filter((key) => !isOurs(key));

/** The record with other ids, wherever one occurs. */
export function withIds(record: HsdsRecord, idOf: IdOf): HsdsRecord {
  const other = (object: ObjectName, id: string): string => (isOurs({ object, id }) ? id : idOf({ object, id }));
  const properties = { ...record.properties };
  for (const { column, object, id } of idColumns(record)) {
    const meant = other(object ?? 'location', id);
    if (meant !== id) properties[column] = meant;
  }
  return {
    ...record,
    id: other(record.object, record.id),
    properties,
    links: record.links.map((link) => ({ ...link, parentId: other(link.parentObject, link.parentId) })),
    references: record.references.map((reference) => ({ ...reference, id: other(reference.object, reference.id) })),
  };
}
