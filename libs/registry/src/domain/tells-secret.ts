import { isValidCell } from 'h3-js';
import { havenCode } from './haven-attributes.js';
import type { HsdsRecord, ObjectName } from './hsds/record.js';

/** Kinds of records that tell what is secret. */
export const secretTellers: ReadonlySet<ObjectName> = new Set(['attribute', 'taxonomy_term']);

const codes: readonly unknown[] = [havenCode.visibility, havenCode.publicCell];

/** Whether the record may say that a place is confidential, or by which cell it is shown; its term may be another record. */
export function tellsSecret({ object, properties, links }: HsdsRecord): boolean {
  if (object === 'taxonomy_term') return codes.includes(properties.code);
  const { value } = properties;
  const isAtPlace = object === 'attribute' && links.some(({ parentObject }) => parentObject === 'location');
  return isAtPlace && (value === 'CONFIDENTIAL' || (typeof value === 'string' && isValidCell(value)));
}
