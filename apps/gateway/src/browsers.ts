import type { GatewayPlugin } from '@graphql-hive/gateway';
import { pageHeaders } from '@haven/graphql/rules';
import { GraphQLError } from 'graphql';

/** Content types that any web page can make a browser send without a preflight request. */
const sentWithoutAsking = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const signs = ['apollo-require-preflight', 'x-apollo-operation-name'];

/**
 * Answers are for the caller alone unless they say otherwise, as files of the console do. Requests from other sites' pages are refused. The
 * single process does the same.
 */
export const guardBrowsers: GatewayPlugin = {
  onRequestParse: ({ request }) => {
    const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    const couldBeForged = type === '' || sentWithoutAsking.includes(type);
    if (couldBeForged && !signs.some((name) => request.headers.get(name)))
      throw refused(400, 'Send the header `content-type: application/json`, or `apollo-require-preflight: true` with a GET request.');
    if (request.method === 'POST' && type !== 'application/json')
      throw refused(415, 'Send JSON, with the header `content-type: application/json`.');
  },
  onResponse: ({ response }) => {
    for (const [name, value] of Object.entries({ 'cache-control': 'no-store', ...pageHeaders }))
      if (!response.headers.has(name)) response.headers.set(name, value);
  },
};

const refused = (status: number, message: string) => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
