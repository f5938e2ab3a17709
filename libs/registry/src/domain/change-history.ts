import type { JsonObject, JsonValue } from './hsds/record.js';
import { isRecord } from './json-record.js';

/** Fields of HSDS 3.1 that say nothing of where a place is; what is no such field may. An index has this list, too. */
export const plainFields: readonly string[] = [
  ...['name', 'alternate_name', 'description', 'email', 'website', 'url', 'uri', 'tax_status', 'tax_id', 'year_incorporated', 'logo'],
  ...[
    'legal_status',
    'parent_organization_id',
    'status',
    'interpretation_services',
    'application_process',
    'fees_description',
    'wait_time',
  ],
  ...[
    'fees',
    'accreditations',
    'eligibility_description',
    'minimum_age',
    'maximum_age',
    'assured_date',
    'assurer_email',
    'licenses',
    'alert',
  ],
  ...['last_modified', 'number', 'extension', 'title', 'department', 'valid_from', 'valid_to', 'opens_at', 'closes_at', 'byday', 'freq'],
  ...['code', 'language', 'label', 'value', 'source', 'document', 'option', 'currency', 'amount', 'amount_description', 'identifier'],
  ...['identifier_scheme', 'identifier_type', 'available', 'maximum', 'updated', 'scheme', 'taxonomy', 'parent_id', 'version'],
];

const isPlain = (field: JsonValue | undefined): boolean => typeof field === 'string' && plainFields.includes(field.trim().toLowerCase());

/** A nested record without change history that may tell of a place; what stands in a place itself speaks of that one. */
export function withoutHistoryOfPlaces(record: JsonObject): JsonObject {
  const kept = Object.entries(record).flatMap(([name, value]): [string, JsonValue][] => {
    if (name === 'location' || name === 'locations') return [[name, value]];
    if (name === 'metadata' && Array.isArray(value)) return plainHistory(value);
    return [[name, Array.isArray(value) ? value.map(below) : below(value)]];
  });
  return Object.fromEntries(kept);
}

const below = (value: JsonValue): JsonValue => (isRecord(value) ? withoutHistoryOfPlaces(value as JsonObject) : value);

function plainHistory(history: readonly JsonValue[]): [string, JsonValue][] {
  const plain = history.filter((item) => !isRecord(item) || isPlain((item as JsonObject).field_name));
  return plain.length > 0 || history.length === 0 ? [['metadata', plain]] : [];
}
