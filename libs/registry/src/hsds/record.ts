/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
/** A JSON object: own data only, never trusted for its prototype. */
export type JsonObject = { [key: string]: JsonValue };

/** The 24 objects of HSDS 3.1. */
export const objectNames = [
  'organization',
  'program',
  'service',
  'attribute',
  'service_at_location',
  'location',
  'phone',
  'contact',
  'address',
  'schedule',
  'funding',
  'service_area',
  'required_document',
  'language',
  'accessibility',
  'taxonomy_term',
  'metadata',
  'meta_table_description',
  'cost_option',
  'organization_identifier',
  'taxonomy',
  'service_capacity',
  'unit',
  'url',
] as const;
/** One of {@link objectNames}. */
export type ObjectName = (typeof objectNames)[number];

/** Whether the text names an HSDS object. */
export function isObjectName(name: unknown): name is ObjectName {
  return (objectNames as readonly unknown[]).includes(name);
}

/** The record stands in an array of its parent. `position` only orders siblings: array index from JSON, row number from CSV. */
export interface Link {
  readonly parentObject: ObjectName;
  readonly parentId: string;
  /** Name of the array property of the parent: `phones`. */
  readonly property: string;
  readonly position: number;
  /** The record of a JSON directory said so by a foreign key of its own, which an export says again. */
  readonly isGiven?: boolean;
}

/** The record itself names its one child: `service.organization` (tabular: `organization_id`). */
export interface Reference {
  /** Nested property of this record: `organization`. */
  readonly property: string;
  readonly object: ObjectName;
  readonly id: string;
  /** As for links. */
  readonly isGiven?: boolean;
}

/**
 * One HSDS object without its nested ones. Relations to many are links on the child, relations to one are references on
 * the parent, so a tabular row and a nested object give the same record.
 */
export interface HsdsRecord {
  readonly object: ObjectName;
  readonly id: string;
  /** Scalars and unknown properties exactly as given, nulls kept; without `id`, nested objects and resolved foreign keys. */
  readonly properties: { readonly [key: string]: JsonValue };
  readonly links: readonly Link[];
  readonly references: readonly Reference[];
}

/** The record without word of the foreign keys by which it came. */
export const withoutGiven = <T extends Pick<HsdsRecord, 'links' | 'references'>>(record: T): T => ({
  ...record,
  links: record.links.map(({ isGiven: _given, ...link }) => link),
  references: record.references.map(({ isGiven: _given, ...reference }) => reference),
});
