import { expect } from '@jest/globals';
import type { Answer } from '../harness/graphql.js';

/** Lines of a stack, paths of source files, words of the database: none of them may leave the process. */
const internals = /\bat [\w.<>]+ \(|node_modules|file:\/\/|\.(js|ts):\d+|stacktrace|QueryFailedError|duplicate key|relation "|ECONNREFUSED/;

/** Expects an answer that shows nothing of how the system is made. */
export function expectNoInternals(body: string): void {
  expect(internals.exec(body)?.[0] ?? null).toBeNull();
}

/** Expects a query that was refused for its input: code, wrong fields, and advice. */
export function expectBadInput(answer: Answer<unknown>, path: RegExp): void {
  expectNoInternals(answer.body);
  const [error] = answer.errors;
  expect({ code: error?.extensions?.code, body: answer.body.slice(0, 500) }).toMatchObject({ code: 'BAD_USER_INPUT' });
  const fields = error!.extensions!.fields ?? [];
  expect(fields.map((field) => field.path).join(' ')).toMatch(path);
  for (const { message } of fields) expect(message.length).toBeGreaterThan(10);
  expect(error!.message.length).toBeGreaterThan(10);
}

/** Expects a request that was refused as a whole with one of these codes. */
export function expectRefused(answer: Answer<unknown>, codes: RegExp): void {
  expectNoInternals(answer.body);
  expect(answer.data ?? null).toBeNull();
  expect(answer.errors[0]?.extensions?.code ?? answer.body.slice(0, 500)).toMatch(codes);
  expect(answer.errors[0]!.message.length).toBeGreaterThan(10);
}

/** The result of a mutation that failed as expected. */
export interface UserErrorAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly currentVersion?: number;
}

/** Expects a typed error with code and message. */
export function expectUserError(result: UserErrorAnswer | undefined, typename: string): void {
  expect(result).toMatchObject({ __typename: typename, code: expect.stringMatching(/^[A-Z_]+$/) });
  expect(result!.message!.length).toBeGreaterThan(10);
  expectNoInternals(JSON.stringify(result));
}
