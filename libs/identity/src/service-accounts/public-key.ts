import { createPublicKey, KeyObject } from 'node:crypto';
import { err, ok, type Result } from '@haven/kernel';
import { calculateJwkThumbprint, type JWK } from 'jose';

const rsaBitsMinimum = 2048;
/** The only accepted algorithm for each kind of key. */
const algorithms: Readonly<Record<string, string>> = { 'P-256': 'ES256', 'P-384': 'ES384', Ed25519: 'EdDSA' };
const wanted = 'Give a public key in PEM or as a JWK: EC P-256 or P-384, Ed25519, or RSA with 2048 bits and more.';

/** Reads a public key, named by its thumbprint. The error says what to give. */
export async function readPublicKey(text: string): Promise<Result<JWK & { kid: string }, string>> {
  // Node would accept a private key and use its public part. Then the private key would be in more places than necessary.
  if (/PRIVATE KEY/.test(text) || /"(d|k)"\s*:/.test(text)) return err(`This is a private key: keep it where it is. ${wanted}`);
  const key = parse(text);
  const algorithm = key && algorithmOf(key);
  if (!key || !algorithm) return err(wanted);
  const jwk = key.export({ format: 'jwk' }) as JWK;
  return ok({ ...jwk, alg: algorithm, use: 'sig', kid: await calculateJwkThumbprint(jwk) });
}

function parse(text: string): KeyObject | null {
  try {
    return text.trimStart().startsWith('{')
      ? createPublicKey({ key: JSON.parse(text) as never, format: 'jwk' })
      : createPublicKey({ key: text, format: 'pem' });
  } catch {
    return null;
  }
}

function algorithmOf(key: KeyObject): string | undefined {
  if (key.asymmetricKeyType === 'rsa') return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= rsaBitsMinimum ? 'PS256' : undefined;
  return algorithms[(key.export({ format: 'jwk' }) as JWK).crv ?? ''];
}
