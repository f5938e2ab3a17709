import { searchWords } from '../../search/service-query.js';

/** Conditions on published entries with their values. It starts with those that can narrow every list. */
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
