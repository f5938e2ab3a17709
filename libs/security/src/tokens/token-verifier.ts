import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload } from 'jose';
import { err, ok, systemClock } from '@haven/kernel';
import type { Clock, Result } from '@haven/kernel';
import type { Caller } from '../caller.js';
import { saysNothingOfToken, type KeySet } from './key-set.js';
import { organizationIn, roleIn, usualClaims, type ClaimNames } from './token-claims.js';

/** The longest life of a token. After it, a stolen token is useless. */
export const tokenMinutesMax = 10;
/** Clocks of issuer and server may differ by this much. */
const clockToleranceSeconds = 5;
const tokenLengthMax = 8192;

/** Why the caller is unknown. `unavailable`: the provider's keys could not be fetched, so the token could not be checked. */
export type TokenProblem = 'missing' | 'expired' | 'invalid' | 'unavailable';

/** A valid token, and until when. */
export interface VerifiedToken {
  readonly caller: Caller;
  readonly expiresAt: Date;
}

/** Checks a token completely. Never throws and never logs the token. */
export type TokenVerifier = (token: string) => Promise<Result<VerifiedToken, TokenProblem>>;

/** Everything that is pinned. What the token itself claims about these is never trusted. */
export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Signature algorithms, like `['ES256']`. */
  readonly algorithms: readonly string[];
  /** The provider's keys: their address, or the keys themselves. */
  readonly jwks: KeySet | JSONWebKeySet;
  /** Which claims give role and organization; default: those of Haven's own issuers. */
  readonly claims?: ClaimNames;
  readonly clock?: Clock;
}

/** Verifies access tokens of one issuer for one audience. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { issuer, audience, algorithms, jwks, claims = usualClaims, clock = systemClock } = options;
  const keys = isKeySet(jwks) ? jwks.find : createLocalJWKSet(jwks);
  return async (token) => {
    if (token.length > tokenLengthMax) return err('invalid');
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
        requiredClaims: ['iss', 'aud', 'sub', 'iat', 'exp', 'jti'],
        maxTokenAge: tokenMinutesMax * 60,
        clockTolerance: clockToleranceSeconds,
        currentDate: clock.now(),
      });
      return verifiedToken(payload, claims);
    } catch (error) {
      return err(problemOf(error));
    }
  };
}

const isKeySet = (jwks: KeySet | JSONWebKeySet): jwks is KeySet => 'find' in jwks;

function verifiedToken(payload: JWTPayload, claims: ClaimNames): Result<VerifiedToken, TokenProblem> {
  const { sub, exp, iat } = payload;
  const [role, organization] = [roleIn(payload, claims), organizationIn(payload, claims)];
  if (!sub || !role || organization === undefined || exp === undefined || iat === undefined) return err('invalid');
  if (role === 'PROVIDER' && organization === null) return err('invalid');
  const expiresAt = new Date(Math.min(exp, iat + tokenMinutesMax * 60) * 1000);
  return ok({ caller: { subject: sub, role, organizationId: organization }, expiresAt });
}

function problemOf(error: unknown): TokenProblem {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWKSNoMatchingKey) return 'invalid';
  return saysNothingOfToken(error) ? 'unavailable' : 'invalid';
}
