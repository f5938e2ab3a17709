import type { JsonValue } from '../hsds/record.js';

/** Names that are dangerous when an object is copied carelessly. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What {@link scrub} had to change. */
export interface Scrubbed {
  readonly value: JsonValue;
  /** Dotted paths of what was left out. */
  readonly forbidden: readonly string[];
  /** Dotted paths of texts with replaced characters. */
  readonly replaced: readonly string[];
}

const replacement = '\uFFFD';
/** Finds texts to check more closely: nearly all have neither NUL nor surrogates. */
const odd = /[\0\ud800-\udfff]/;
/** With the u flag, a surrogate matches only if its other half is missing. */
const halfPair = /\p{Surrogate}/gu;

/** Text without NUL and half surrogate pairs, which PostgreSQL cannot store. */
export function storableText(text: string): string {
  return odd.test(text) ? text.replaceAll('\0', replacement).replace(halfPair, replacement) : text;
}

/** Makes parsed JSON safe to copy and to store. The caller must have limited its depth. */
export function scrub(value: JsonValue): Scrubbed {
  const forbidden: string[] = [];
  const replaced: string[] = [];
  const clean = (part: JsonValue, path: string): JsonValue => {
    if (typeof part === 'string') {
      const text = storableText(part);
      if (text !== part) replaced.push(path);
      return text;
    }
    if (typeof part === 'number') return Number.isFinite(part) ? part : String(part);
    if (Array.isArray(part)) return part.map((item, index) => clean(item, `${path}.${index}`));
    if (part === null || typeof part !== 'object') return part;
    const copy: { [key: string]: JsonValue } = {};
    for (const [key, item] of Object.entries(part)) {
      if (forbiddenKeys.has(key)) forbidden.push(`${path}.${key}`);
      else copy[storableText(key)] = clean(item, `${path}.${key}`);
    }
    return copy;
  };
  return { value: clean(value, ''), forbidden, replaced };
}
