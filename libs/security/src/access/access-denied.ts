import { GraphQLError } from 'graphql';
import type { TokenProblem } from '../tokens/token-verifier.js';

const howTo =
  "sign in at your identity provider (with Haven's own issuer: `npm run --silent haven -- token --role caseworker`) and send the token as the header `Authorization: Bearer TOKEN`";

const unauthenticated: Record<TokenProblem, string> = {
  missing: `A token is needed: ${howTo}, or over a WebSocket as \`authorization\` in connection_init.`,
  expired: `The token has expired: ${howTo}.`,
  invalid: `The token is not valid here: ${howTo}.`,
  unavailable: 'The keys of the identity provider cannot be read at the moment: try again in a few seconds.',
};

/** The one refusal: `UNAUTHENTICATED` (nobody is known), `FORBIDDEN` (known, but the policy says no), or that it cannot be known now. */
export class AccessDenied extends GraphQLError {
  constructor(
    readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'SERVICE_UNAVAILABLE',
    message: string,
  ) {
    super(message, { extensions: { code } });
  }
}

/** Nobody is known. */
export const nobody = (problem: TokenProblem): AccessDenied =>
  new AccessDenied(problem === 'unavailable' ? 'SERVICE_UNAVAILABLE' : 'UNAUTHENTICATED', unauthenticated[problem]);

/** The role may not do this, whatever it asks for. */
export function notForRole(role: string): AccessDenied {
  return new AccessDenied(
    'FORBIDDEN',
    `The role ${role.toLowerCase()} may not do this: use a token of a role that may (SECURITY.md has the table).`,
  );
}

/** Nothing says who may call it, so nobody may. */
export const notForAnyone = (): AccessDenied => new AccessDenied('FORBIDDEN', 'Nobody may call this.');
