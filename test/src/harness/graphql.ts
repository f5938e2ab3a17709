import { globalAgent } from 'node:http';
import request from 'supertest';

/** An error of a GraphQL answer, with the fields of the contract. */
export interface AnswerError {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly fields?: readonly { path: string; message: string }[];
    readonly [key: string]: unknown;
  };
}

/** A GraphQL answer with everything that a caller can see of it. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly data: T | null;
  readonly errors: readonly AnswerError[];
}

/** A request; `token` null: without one. */
export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token: string | null;
}

/** Sends one operation over HTTP and reads the whole answer. */
export async function ask<T>(url: string, { query, variables, token }: Question): Promise<Answer<T>> {
  return post(url, JSON.stringify({ query, variables }), token);
}

/** Sends any body as if it were JSON. */
export async function post<T>(url: string, payload: string | Buffer, token: string | null): Promise<Answer<T>> {
  const bytes = requestTo(url, token).type('application/json').serialize(asItIs);
  const { status, headers, text, body } = await bytes.send(payload);
  const { data = null, errors = [] } = (body ?? {}) as { data?: T | null; errors?: readonly AnswerError[] };
  return { status, headers: new Headers(headers as Record<string, string>), body: text, data, errors };
}

/** Otherwise a buffer would be sent as JSON that lists its bytes. */
const asItIs = (payload: unknown) => payload as string;

/** A request to the graph; the caller adds a body and expectations. Requests share connections, as in browsers. */
export function requestTo(url: string, token: string | null): request.Test {
  const sent = request(url).post('/graphql').agent(globalAgent);
  return token === null ? sent : sent.auth(token, { type: 'bearer' });
}
