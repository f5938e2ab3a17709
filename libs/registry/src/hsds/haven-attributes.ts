import { derivedId } from './derived-id.js';
import type { HsdsRecord } from './record.js';
import { type JsonRecord, childOf, listOf, textOf } from '../reading/json-record.js';

/** Codes of attributes for data that HSDS has no property for. */
export const havenCode = {
  category: 'haven:category',
  person: 'haven:admission.person',
  legalStatus: 'haven:admission.legal-status',
  nationality: 'haven:admission.nationality',
  exploitation: 'haven:admission.exploitation',
  accessibility: 'haven:admission.accessibility',
  pregnancy: 'haven:admission.pregnancy',
  referralRequired: 'haven:admission.referral-required',
  visibility: 'haven:visibility',
  publicCell: 'haven:public-cell',
  hours: 'haven:hours',
  interpreterGender: 'haven:interpreter.gender',
  interpreterBy: 'haven:interpreter.by',
  interpreterFromCommunity: 'haven:interpreter.from-community',
  decision: 'haven:decision',
  missing: 'haven:missing',
} as const;

/** Label of attributes that an import worked out from a text. */
export const workedOutLabel = 'Worked out by Haven on import';

/** The value of `missing`: a coordinator keeps a service that the newest file of its publisher does not have. */
export const keptValue = 'KEPT';

/** A single value that means the empty list, rather than a missing one. */
export const emptyListValue = 'NONE';

/** Values of one of our attributes on a nested record, in order, without repeats. */
export function havenValues(record: JsonRecord, code: string): readonly string[] {
  const values = listOf(record, 'attributes')
    .filter((attribute) => codeOf(attribute) === code)
    .map((attribute) => textOf(attribute, 'value'));
  return [...new Set(values.filter((value) => value !== null))];
}

/** Whether an import worked out all values of one of our attributes on a record. */
export const isWorkedOut = (record: JsonRecord, code: string): boolean =>
  listOf(record, 'attributes').every((attribute) => codeOf(attribute) !== code || textOf(attribute, 'label') === workedOutLabel);

/** The code of an attribute's term; ours begin with `haven:`. */
export function codeOf(attribute: JsonRecord): string | null {
  const term = childOf(attribute, 'taxonomy_term');
  return term && textOf(term, 'code');
}

/** One of our attributes with its term. Its id is derived from its content, so the same content gives the same record. */
export function havenAttribute(
  owner: { readonly object: HsdsRecord['object']; readonly id: string },
  property: string,
  code: string,
  value: string,
  position: number,
  label: string | null = null,
): readonly HsdsRecord[] {
  const term = havenTerm(code);
  const attribute: HsdsRecord = {
    object: 'attribute',
    id: derivedId('attribute', owner.object, owner.id, code, value),
    properties: { link_entity: owner.object, link_id: owner.id, value, ...(label !== null && { label }) },
    links: [{ parentObject: owner.object, parentId: owner.id, property, position }],
    references: [{ property: 'taxonomy_term', object: 'taxonomy_term', id: term.id }],
  };
  return [term, attribute];
}

/** The term of one of our codes. */
export const havenTerm = (code: string): HsdsRecord => ({
  object: 'taxonomy_term',
  id: derivedId('term', code),
  properties: { code, name: code, description: 'Used by Haven; see its guide for directories.', taxonomy: 'haven' },
  links: [],
  references: [],
});

/** Ids of our terms: the same in every directory and every system. */
export const ourTermIds: readonly string[] = Object.values(havenCode).map((code) => havenTerm(code).id);
