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

/**
 * The only refusal: `UNAUTHENTICATED` (no valid token), `FORBIDDEN` (the policy does not allow it), or the provider's keys are unavailable.
 */
export class AccessDenied extends GraphQLError {
  constructor(
    readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'SERVICE_UNAVAILABLE',
    message: string,
  ) {
    super(message, { extensions: { code } });
  }
}

/** The caller is unknown. */
export const nobody = (problem: TokenProblem): AccessDenied =>
  new AccessDenied(problem === 'unavailable' ? 'SERVICE_UNAVAILABLE' : 'UNAUTHENTICATED', unauthenticated[problem]);

/** This role may never do this. */
export function notForRole(role: string): AccessDenied {
  return new AccessDenied(
    'FORBIDDEN',
    `The role ${role.toLowerCase()} may not do this: use a token of a role that may (SECURITY.md has the table).`,
  );
}

/** No policy names this operation, so nobody may call it. */
export const notForAnyone = (): AccessDenied => new AccessDenied('FORBIDDEN', 'Nobody may call this.');
