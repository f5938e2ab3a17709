import { readRows } from './washington-rows.js';

/** Whom a service is for, by the source rows. */
export interface TermedRow {
  readonly id: string;
  readonly name: string;
  readonly isForWomenOnly: boolean;
  readonly namesTrafficking: boolean;
}

/** Every service of Washington with the plain meaning of its terms and words. Written from the source, not from the product. */
export async function washingtonTerms(directory: string): Promise<readonly TermedRow[]> {
  const terms = new Map(
    (await readRows(directory, 'taxonomy_terms.csv')).map((row) => [row['taxonomy_recordid'], row['taxonomy_name'] ?? '']),
  );
  const attributes = Map.groupBy(await readRows(directory, 'service_attributes.csv'), (row) => row['service_id']);
  return (await readRows(directory, 'services.csv')).map((row) => {
    const id = row['service_recordid']!;
    const named = (attributes.get(id) ?? []).map((attribute) => terms.get(attribute['taxonomy_term_id']) ?? '');
    const name = row['service_name'] ?? '';
    const text = `${name}. ${row['service_description'] ?? ''}`;
    return { id, name, isForWomenOnly: isForWomenOnly(named, text), namesTrafficking: /traffick/i.test([text, ...named].join(' ')) };
  });
}

const forOthers = ['Men/Boys', 'Fathers', 'Families', 'Families With Children', 'Couples', 'All Ages'];

function isForWomenOnly(terms: readonly string[], text: string): boolean {
  if (terms.some((term) => forOthers.includes(term))) return false;
  if (terms.includes('Women/Girls')) return true;
  return /\bwomen\b/i.test(text) && !/\b(men|boys|famil|father|individuals|people|adults|youth|everyone)/i.test(text);
}
