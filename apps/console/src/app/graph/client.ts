import { Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import type { Client as SocketClient } from 'graphql-ws';
import type { Session } from '../session/session';
import { datedFetch } from '../clock/server-time';
import { problemOf } from './problem';
import { subscribeLasting } from './subscribe-lasting';

/** The graph of this address, asked with the session's token. Nothing is kept of answers: what a screen shows is as fresh as it says. */
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
