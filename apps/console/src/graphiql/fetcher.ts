import type { GraphiQL } from 'graphiql';
import { getOperationAST, type ExecutionResult } from 'graphql';
import type { Client as SocketClient } from 'graphql-ws';
import type { ComponentProps } from 'react';
import type { Session } from '../app/session/session';

/** The function that sends GraphiQL's queries. */
export type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];

/** Sends queries to the graph of this address with the session's token: subscriptions over the WebSocket, everything else by POST. */
export const createFetcher =
  (session: Session, socket: SocketClient): Fetcher =>
  ({ query, operationName, variables }, options) => {
    const asked = { query, operationName: operationName ?? null, variables: (variables ?? null) as Record<string, unknown> | null };
    const operation = options?.documentAST && getOperationAST(options.documentAST, operationName);
    return operation?.operation === 'subscription' ? (socket.iterate(asked) as AsyncIterable<ExecutionResult>) : ask(session, asked);
  };

async function ask(session: Session, body: object): Promise<ExecutionResult> {
  const answer = await post(session, body);
  if (!answer.errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')) return answer;
  await session.refused();
  return post(session, body);
}

async function post(session: Session, body: object): Promise<ExecutionResult> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${session.token() ?? ''}` };
  const answer = await fetch('/graphql', { method: 'POST', cache: 'no-store', headers, body: JSON.stringify(body) });
  return (await answer.json()) as ExecutionResult;
}
