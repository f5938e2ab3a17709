import type { GivenTerm } from '../crosswalks/term-lines.js';
import { childOf, type JsonRecord, listOf, textOf } from '../reading/json-record.js';

/** The publisher's terms among the attributes of a nested record; our own attributes are not terms. */
export const termsOf = (record: JsonRecord): readonly GivenTerm[] => listOf(record, 'attributes').flatMap(termOf);

function termOf(attribute: JsonRecord): GivenTerm[] {
  const term = childOf(attribute, 'taxonomy_term');
  const name = term && textOf(term, 'name');
  if (!term || name === null || textOf(term, 'code')?.startsWith('haven:')) return [];
  const taxonomy = textOf(childOf(term, 'taxonomy_detail') ?? {}, 'name') ?? textOf(term, 'taxonomy');
  return [{ name, code: textOf(term, 'code'), taxonomy }];
}
