import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../graphql-env';

/** Queries with the types of the schema. `npm run check` fails on a field that the schema does not have. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; ID: string; JSON: unknown; JSONObject: Record<string, unknown> };
}>();

export type { ResultOf } from 'gql.tada';
