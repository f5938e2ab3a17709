import { decodeJwt } from 'jose';
import { err } from '@haven/kernel';
import type { TokenVerifier } from './token-verifier.js';

/**
 * Accepts tokens of several issuers, each with keys of its own. What a token says of its issuer only chooses which verifier
 * reads it; that one checks everything, the issuer too. An issuer that is not named here has none.
 */
export function severalIssuers(verifiers: Readonly<Record<string, TokenVerifier>>): TokenVerifier {
  const byIssuer = new Map(Object.entries(verifiers));
  return async (token) => {
    const verify = byIssuer.get(issuerOf(token) ?? '');
    return verify ? verify(token) : err('invalid');
  };
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
