import { declarationOf } from './hsds/objects.js';
import { ownerColumns, ownerKindOf } from './hsds/owner-kind.js';
import type { JsonObject, JsonValue, ObjectName } from './hsds/record.js';
import { isRecord } from './json-record.js';
import { keyText, type RecordKey } from './relation.js';
import { hasShownPart } from './sealed-location.js';

/** Records that must not be told any more. */
export interface SealedKeys {
  /** Key texts of those that are gone as a whole. */
  readonly gone: ReadonlySet<string>;
  /** Key texts of all of which nothing else may tell. */
  readonly named: ReadonlySet<string>;
  /** Their ids: what names one without its kind may tell of it. */
  readonly ids: ReadonlySet<string>;
}

/** Of these, what has a shown part stays, as far as it is shown. */
export function sealedKeys(sealed: readonly RecordKey[], taken: readonly RecordKey[]): SealedKeys {
  const all = [...sealed, ...taken];
  return {
    gone: new Set(all.filter(({ object }) => !hasShownPart(object) && object !== 'taxonomy_term').map(keyText)),
    named: new Set(all.map(keyText)),
    ids: new Set(all.map(({ id }) => id)),
  };
}

/** A nested record without these records, and without what tells of them by their id. */
export function withoutRecords(record: JsonObject, object: ObjectName, sealed: SealedKeys): JsonObject {
  const { nested } = declarationOf(object);
  const isKept = (value: JsonValue, child: ObjectName): boolean => isShown(value, child, { object, id: String(record.id) }, sealed);
  const kept = Object.entries(record).flatMap(([name, value]): [string, JsonValue][] => {
    const child = nested.get(name)?.object;
    if (child === undefined || typeof value !== 'object' || value === null) return [[name, value]];
    if (Array.isArray(value)) return [[name, value.filter((item) => isKept(item, child)).map((item) => deeper(item, child, sealed))]];
    return isKept(value, child) ? [[name, deeper(value, child, sealed)]] : [];
  });
  return Object.fromEntries(kept.filter(([name, value]) => !isEmptied(value, record[name])));
}

const deeper = (value: JsonValue, object: ObjectName, sealed: SealedKeys): JsonValue =>
  isRecord(value) ? withoutRecords(value as JsonObject, object, sealed) : value;

/** A list of which nothing is left is not there, as when it is nested. */
const isEmptied = (value: JsonValue, before: JsonValue | undefined): boolean =>
  Array.isArray(value) && value.length === 0 && Array.isArray(before) && before.length > 0;

/** What names the very record that holds it is a part of that. */
function isShown(value: JsonValue, object: ObjectName, holder: RecordKey, { gone, named, ids }: SealedKeys): boolean {
  if (!isRecord(value)) return true;
  if (gone.has(keyText({ object, id: String(value.id) }))) return false;
  const columns = ownerColumns[object];
  const owner = columns ? value[columns.id] : undefined;
  if (!columns || (typeof owner !== 'string' && typeof owner !== 'number')) return true;
  const id = String(owner).trim();
  const kind = ownerKindOf(value[columns.kind] as JsonValue);
  if (id === holder.id && (kind ?? holder.object) === holder.object) return true;
  return kind === null ? !ids.has(id) : !named.has(keyText({ object: kind, id }));
}
