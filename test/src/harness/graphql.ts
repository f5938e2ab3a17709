/** An error of a GraphQL answer, as far as the contract names it. */
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

/** What is sent; `token` null: none. */
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
export async function post<T>(url: string, payload: string | Uint8Array<ArrayBuffer>, token: string | null): Promise<Answer<T>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: payload,
  });
  const body = await response.text();
  const parsed = parse<T>(body);
  return { status: response.status, headers: response.headers, body, data: parsed.data ?? null, errors: parsed.errors ?? [] };
}

function parse<T>(body: string): { data?: T | null; errors?: readonly AnswerError[] } {
  try {
    return JSON.parse(body) as { data?: T | null; errors?: readonly AnswerError[] };
  } catch {
    return {};
  }
}
