import { searchWords } from '../../search/service-query.js';

/** Conditions on published entries, with the values that they name; what every list of them can be narrowed by is there from the start. */
export function entryConditions({ text, organizationId }: { readonly text: string | null; readonly organizationId: string | null }) {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = ['NOT withdrawn'];
  const words = searchWords(text ?? '');
  if (words === null) conditions.push('false');
  for (const word of words ?? []) conditions.push(`search_text LIKE ${bind(`%${word}%`)}`);
  if (organizationId) conditions.push(`organization_id = ${bind(organizationId)}`);
  return { conditions, parameters, bind };
}
