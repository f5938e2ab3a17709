import { err, systemClock } from '@haven/kernel';
import type { Clock, Result } from '@haven/kernel';
import { rememberVerified } from './remember-verified.js';
import type { TokenProblem, TokenVerifier, VerifiedToken } from './token-verifier.js';

/** HTTP headers, or the `connectionParams` of a WebSocket, whose keys are spelled as the client sent them. */
export type Credentials = Readonly<Record<string, unknown>> | undefined;

/** Finds the bearer token and verifies it. */
export type Authenticate = (credentials: Credentials) => Promise<Result<VerifiedToken, TokenProblem>>;

/** The only place where a token becomes a caller. */
export function createAuthenticate(verifier: TokenVerifier, clock: Clock = systemClock): Authenticate {
  const verify = rememberVerified(verifier, clock);
  return async (credentials) => {
    const authorization = authorizationOf(credentials);
    if (authorization === undefined) return err('missing');
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    return token ? verify(token) : err('invalid');
  };
}

function authorizationOf(credentials: Credentials): string | undefined {
  for (const [key, value] of Object.entries(credentials ?? {})) {
    if (key.toLowerCase() === 'authorization' && typeof value === 'string') return value;
  }
  return undefined;
}
