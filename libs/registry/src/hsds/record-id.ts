import { canonicalJson } from '@haven/kernel';
import { v5 } from 'uuid';
import type { JsonValue, ObjectName } from './record.js';

/** Namespace of the ids that we make: the same content gives the same id on every machine and at every import. */
const namespace = 'b6f7f3a2-6d0c-5c52-9d2a-0b6f2f7e8a11';

/** Id for an object that came without one. `scope` tells apart what must not fall together, such as two files. */
export function idFromContent(object: ObjectName, scope: string, content: JsonValue): string {
  return v5(`${object}\n${scope}\n${canonicalJson(content)}`, namespace);
}
