// The worst cases of all operations of the schema.
import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { atItsLimits } from './documents.mjs';
import { worstMutations } from './worst-mutations.mjs';
import { worstQueries, worstSubscriptions } from './worst-queries.mjs';

const schema = buildSchema(await readFile(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

/** Each operation with a function that makes its worst case. An operation without one is an error. */
function casesFor(kind, type, worst) {
  const names = Object.keys(type.getFields());
  const missing = names.filter((name) => !worst[name]);
  const unknown = Object.keys(worst).filter((name) => !names.includes(name));
  if (missing.length + unknown.length > 0)
    throw new Error(`Give a worst case for: ${missing.join(', ') || 'none'}; take out: ${unknown.join(', ') || 'none'}`);
  return Object.entries(worst).map(([name, one]) => [name, () => atItsLimits(schema, kind, name, one)]);
}

export const queryCases = (world) => casesFor('query', schema.getQueryType(), worstQueries(world));
export const mutationCases = (world) => casesFor('mutation', schema.getMutationType(), worstMutations(world));
export const subscriptionCases = () => casesFor('subscription', schema.getSubscriptionType(), worstSubscriptions());
