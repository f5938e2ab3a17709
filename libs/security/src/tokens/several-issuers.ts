import { decodeJwt } from 'jose';
import { err } from '@haven/kernel';
import type { TokenVerifier } from './token-verifier.js';

/**
 * Accepts tokens of several issuers, each with its own keys. The issuer that a token names only selects the verifier; that verifier checks
 * everything, including the issuer. Tokens of unknown issuers are rejected.
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
