/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
/** A JSON object: only its own properties, never those of its prototype. */
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

/** The record is in an array of its parent. `position` only orders siblings: array index in JSON, row number in CSV. */
export interface Link {
  readonly parentObject: ObjectName;
  readonly parentId: string;
  /** Name of the array property of the parent: `phones`. */
  readonly property: string;
  readonly position: number;
  /** The record in a JSON directory also had a foreign key for this, which an export repeats. */
  readonly isGiven?: boolean;
}

/** The record itself names its only child: `service.organization` (tabular: `organization_id`). */
export interface Reference {
  /** Nested property of this record: `organization`. */
  readonly property: string;
  readonly object: ObjectName;
  readonly id: string;
  /** As for links. */
  readonly isGiven?: boolean;
}

/**
 * One HSDS object without its nested ones. To-many relations are links on the child, to-one relations are references on the parent, so a
 * tabular row and a nested object give the same record.
 */
export interface HsdsRecord {
  readonly object: ObjectName;
  readonly id: string;
  /** Scalars and unknown properties exactly as given, nulls included; without `id`, nested objects and resolved foreign keys. */
  readonly properties: { readonly [key: string]: JsonValue };
  readonly links: readonly Link[];
  readonly references: readonly Reference[];
}

/** The record without the note that it came with foreign keys. */
export const withoutGiven = <T extends Pick<HsdsRecord, 'links' | 'references'>>(record: T): T => ({
  ...record,
  links: record.links.map(({ isGiven: _given, ...link }) => link),
  references: record.references.map(({ isGiven: _given, ...reference }) => reference),
});
