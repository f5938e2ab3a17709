import { createHash } from 'node:crypto';
import type { JsonValue } from './hsds/record.js';

/** JSON with sorted keys: equal values give equal text. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}

/** Short fingerprint of a record's own properties: the same record twice is known as unchanged by it. */
export const digestOf = (properties: { readonly [key: string]: JsonValue }): string =>
  createHash('sha256').update(canonicalText(properties)).digest('base64url').slice(0, 27);
