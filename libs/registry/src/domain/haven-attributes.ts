import { type JsonRecord, childOf, listOf, textOf } from './json-record.js';

/** Codes of the attributes by which HSDS records carry what HSDS has no place for. */
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
} as const;

/** The value that alone means "said: the empty list". */
export const emptyListSaid = 'NONE';

/** Values of one of our attributes on a nested record, in order, without repeats. */
export function havenValues(record: JsonRecord, code: string): readonly string[] {
  const values = listOf(record, 'attributes')
    .filter((attribute) => codeOf(attribute) === code)
    .map((attribute) => textOf(attribute, 'value'));
  return [...new Set(values.filter((value) => value !== null))];
}

/** Code of an attribute's term, for telling ours from a publisher's. */
export function codeOf(attribute: JsonRecord): string | null {
  const term = childOf(attribute, 'taxonomy_term');
  return term && textOf(term, 'code');
}

/** Whether the nested location says that it must not be shown. */
export const isConfidential = (location: JsonRecord): boolean => havenValues(location, havenCode.visibility).includes('CONFIDENTIAL');
