import { canonicalJson } from '@haven/kernel';
import { v5 } from 'uuid';
import type { JsonValue, ObjectName } from './record.js';

/** Namespace of derived ids: the same content gives the same id on every machine and in every import. */
const namespace = 'b6f7f3a2-6d0c-5c52-9d2a-0b6f2f7e8a11';

/** Id for an object that came without one. `scope` separates objects that must stay apart, such as those of two files. */
export function idFromContent(object: ObjectName, scope: string, content: JsonValue): string {
  return v5(`${object}\n${scope}\n${canonicalJson(content)}`, namespace);
}
