import { codeOf, havenCode } from '../haven-attributes.js';
import { isRecord, listOf } from '../json-record.js';
import { idFromContent } from './record-id.js';
import type { JsonObject, JsonValue, ObjectName } from './record.js';

/** Where an object stands in its document. */
export interface Spot {
  /** Parent, property and index as one text; empty for the document itself. */
  readonly scope: string;
  /** In a confidential place, at whatever depth. */
  readonly isSecret: boolean;
}

/** The document itself. */
export const top: Spot = { scope: '', isSecret: false };

/** Whether the object is a place that says of itself that it is confidential. */
export const saysConfidential = (given: JsonObject): boolean =>
  listOf(given, 'attributes').some((attribute) => attribute.value === 'CONFIDENTIAL' && codeOf(attribute) === havenCode.visibility);

/**
 * Id for an object that came without one: from its content. An id is public and a digest of an address can be guessed, so
 * what a confidential place holds does not count; where the object stands tells it apart instead.
 */
export function missingId(object: ObjectName, content: JsonObject, { scope, isSecret }: Spot): string {
  if (isSecret && !isVocabulary(object)) return idFromContent(object, `json\n${scope}`, null);
  const open = withoutSecrets(content);
  return idFromContent(object, open === content ? 'json' : `json\n${scope}`, open);
}

/** Terms belong to everybody. */
const isVocabulary = (object: ObjectName): boolean => object === 'taxonomy_term' || object === 'taxonomy';

/** The value itself when it holds no confidential place. */
function withoutSecrets(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const parts = value.map(withoutSecrets);
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  if (!isRecord(value)) return value;
  if (saysConfidential(value)) return { name: value.name ?? null };
  const parts = Object.entries(value).map(([name, part]): [string, JsonValue] => [name, withoutSecrets(part)]);
  return parts.some(([name, part]) => part !== value[name]) ? Object.fromEntries(parts) : value;
}
