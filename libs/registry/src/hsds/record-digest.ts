import { createHash } from 'node:crypto';
import { canonicalJson } from '@haven/kernel';
import type { JsonValue } from './record.js';

/** Short fingerprint of a record's own properties, to recognize an unchanged record. */
export const digestOf = (properties: { readonly [key: string]: JsonValue }): string =>
  createHash('sha256').update(canonicalJson(properties)).digest('base64url').slice(0, 27);
