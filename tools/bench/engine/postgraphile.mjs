// PostGraphile over a function with the page statement of a match and the entries of the first ten. It judges nobody, and weighs only the
// distance.
import { existsSync } from 'node:fs';
import pg from 'pg';
import { begin, ask } from './processes.mjs';

export const isInstalled = existsSync(new URL('../postgraphile/node_modules/postgraphile', import.meta.url));

/** In the order of the statement's parameters: the name in the graph, the type in the database, and the type in the graph. */
const inputs = [
  ['longitude', 'float8', 'Float'],
  ['latitude', 'float8', 'Float'],
  ['category', 'text', 'String'],
  ['metres', 'float8', 'Float'],
  ['country', 'text', 'String'],
  ['anywhere', 'boolean', 'Boolean'],
  ['countries', 'text[]', '[String]'],
  ['places', 'int', 'Int'],
  ['beginning', 'float8', 'Float'],
  ['ending', 'float8', 'Float'],
];

/** plpgsql caches the plan of a statement for each connection, as for a named statement. */
const functionOf = (page) => `
  CREATE OR REPLACE FUNCTION bench.nearest(${inputs.map(([name, type]) => `${name} ${type}`).join(', ')})
  RETURNS TABLE (id text, name text, status text, languages text[], score float8, meters float8, exactness text, location_id text,
                 land text, free int, total int, beds text)
  LANGUAGE plpgsql STABLE ROWS 10 AS $function$
  #variable_conflict use_column
  BEGIN RETURN QUERY
    SELECT near.service_id, view->>'name', view->>'status', service.languages, 20 / (20 + near.away / 1000), near.away,
           CASE WHEN near.cell IS NULL THEN 'EXACT' ELSE 'AREA' END, near.location_id, near.country,
           (snapshot->>'free')::int, (snapshot->>'total')::int, bed_state.status
    FROM (SELECT met.*, public.ST_Distance(public.ST_MakePoint(met.longitude, met.latitude)::public.geography,
                                           public.ST_MakePoint($1, $2)::public.geography) AS away
          FROM (${page}) AS met ORDER BY away LIMIT 10) AS near
    JOIN matching.service USING (service_id) LEFT JOIN matching.bed_state USING (service_id) ORDER BY near.away;
  END $function$`;

const query = `query (${inputs.map(([name, , type]) => `$${name}: ${type}`).join(', ')}) {
  nearest(${inputs.map(([name]) => `${name}: $${name}`).join(', ')}) {
    nodes { id name status languages score meters exactness locationId land free total beds } } }`;

const bodyOf = ([{ values }]) =>
  JSON.stringify({ query, variables: Object.fromEntries(inputs.map(([name], i) => [name, values[i] ?? null])) });

/** Measures how fast it answers the first page of each of these questions. */
export async function askPostGraphile(connection, statements, how) {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('CREATE SCHEMA IF NOT EXISTS bench');
  await client.query(functionOf(statements[0][0].text));
  await client.end();
  const { answer, end } = await begin('../postgraphile/server.mjs', { connection });
  const asked = await ask('clients.mjs', { ...answer, bodies: statements.map(bodyOf), how });
  await end();
  return asked;
}
