import { expect, it } from '@jest/globals';
import { problemOf, type FailedAnswer, type Problem } from './problem';

const coded = (code: string, more: Record<string, unknown> = {}): FailedAnswer => ({ graphQLErrors: [{ extensions: { code, ...more } }] });
const failed = (status?: number): FailedAnswer => ({
  networkError: new TypeError('Failed to fetch'),
  response: status === undefined ? undefined : { status },
  graphQLErrors: [],
});

it.each<[string, FailedAnswer, Problem]>([
  ['no network', failed(), { kind: 'offline' }],
  ['a proxy without its server', failed(502), { kind: 'unavailable' }],
  ['a token that is over', coded('UNAUTHENTICATED'), { kind: 'expired' }],
  ['a bare 401', failed(401), { kind: 'expired' }],
  ['what the role may not do', coded('FORBIDDEN'), { kind: 'denied' }],
  ['too much at once', coded('RATE_LIMITED', { retryAfterSeconds: 12 }), { kind: 'busy', seconds: 12 }],
  ['a part that is away', coded('SERVICE_UNAVAILABLE'), { kind: 'unavailable' }],
  [
    'wrong input',
    coded('BAD_USER_INPUT', { fields: [{ path: 'party.0.age', message: 'At most 120.' }] }),
    { kind: 'input', fields: [{ path: 'party.0.age', message: 'At most 120.' }] },
  ],
  ['a mistake of the server', coded('INTERNAL_SERVER_ERROR', { correlationId: 'abc' }), { kind: 'unexpected', reference: 'abc' }],
  ['an answer that is none', failed(200), { kind: 'unexpected', reference: null }],
])('%s', (_what, answer, problem) => expect(problemOf(answer)).toEqual(problem));

it('asks to sign in before anything else: other errors may follow from that', () => {
  expect(problemOf({ graphQLErrors: [...coded('FORBIDDEN').graphQLErrors, ...coded('UNAUTHENTICATED').graphQLErrors] })).toEqual({
    kind: 'expired',
  });
});
