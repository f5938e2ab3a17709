import { declarationOf, type ScalarProperty } from '../hsds/objects.js';
import type { JsonObject, JsonValue, ObjectName } from '../hsds/record.js';
import { isRecord } from '../reading/json-record.js';
import { readNumber } from '../reading/read-number.js';

/**
 * A nested HSDS object that conforms to the JSON schemas of HSDS 3.1, from which clients generate code. Required values that are missing
 * become empty texts, and values of another type are converted or left out. An export keeps such values unchanged.
 */
export function conformant(object: ObjectName, document: JsonObject): JsonObject {
  const { scalars, nested } = declarationOf(object);
  const own = Object.entries(document).flatMap(([name, value]): [string, JsonValue][] => {
    const scalar = scalars.get(name);
    const child = nested.get(name);
    const fitting = scalar ? scalarOf(scalar, value) : child ? childrenOf(child, value) : value;
    return fitting === undefined ? [] : [[name, fitting]];
  });
  const missing = [...scalars.values()].filter(({ name, required }) => required && !own.some(([present]) => present === name));
  return Object.fromEntries([...own, ...missing.map((scalar): [string, JsonValue] => [scalar.name, emptyValue(scalar)])]);
}

function scalarOf({ type, values }: ScalarProperty, value: JsonValue): JsonValue | undefined {
  if (value === null || typeof value === 'object') return undefined;
  if (type === 'number') return readNumber(String(value)) ?? undefined;
  const text = String(value);
  return values === null || values.includes(text) ? text : undefined;
}

function childrenOf({ object, many }: { readonly object: ObjectName; readonly many: boolean }, value: JsonValue): JsonValue | undefined {
  if (!many) return isRecord(value) ? conformant(object, value as JsonObject) : undefined;
  return Array.isArray(value) ? value.filter(isRecord).map((one) => conformant(object, one as JsonObject)) : undefined;
}

/** A missing number is 0, and a missing enumeration value is the first one, because the schema has no "unknown". */
const emptyValue = ({ type, values }: ScalarProperty): JsonValue => (type === 'number' ? 0 : (values?.[0] ?? ''));
