import { Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import type { Client as SocketClient } from 'graphql-ws';
import type { Session } from '../session/session';
import { datedFetch } from '../clock/server-time';
import { problemOf } from './problem';
import { subscribeLasting } from './subscribe-lasting';

/** The GraphQL client, which sends the session's token. It caches no answers, so that screens never show old data as current. */
export const createGraphClient = (session: Session, socket: SocketClient): Client =>
  new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetch: datedFetch,
    fetchOptions: () => {
      const token = session.token();
      return { cache: 'no-store', ...(token === null ? {} : { headers: { authorization: `Bearer ${token}` } }) };
    },
    exchanges: [
      mapExchange({ onError: (error) => void (problemOf(error).kind === 'expired' && session.refused()) }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables, extensions }) => ({
          subscribe: (sink) => ({
            unsubscribe: subscribeLasting(
              socket,
              { query: query ?? '', variables: variables ?? null, extensions: extensions ?? null },
              sink,
            ),
          }),
        }),
      }),
    ],
  });
