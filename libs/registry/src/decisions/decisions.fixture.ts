import type { JsonObject } from '../hsds/record.js';
import type { DecisionInput } from './check-decision.js';

/** A term of a publisher's taxonomy, as an attribute. */
export const term = (name: string, taxonomy = 'Theirs'): JsonObject => ({
  link_entity: 'service',
  taxonomy_term: { id: `t-${taxonomy}-${name}`, name, description: 'd', taxonomy },
});

/** A service with these attributes, whose texts do not say what it is. */
export const serviceOf = (id: string, { attributes = [], ...more }: JsonObject): JsonObject => ({
  id,
  name: `Program ${id}`,
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  attributes: (attributes as JsonObject[]).map((one, n) => ({ id: `${id}-${n}`, link_id: id, ...one })),
  ...more,
});

/** A decision about the term "Zorbing" of the source `test`, without content. */
export const decision: DecisionInput = {
  kind: 'TERM',
  name: 'Zorbing',
  taxonomy: 'Theirs',
  source: 'test',
  serviceId: null,
  categories: null,
  persons: null,
  withdraw: false,
};
