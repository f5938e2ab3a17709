import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { KeyProblem, issuerAlgorithm, readOrCreateKeyFile } from '@haven/security';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';

/** Name of the file with the provider's keys. */
export const providerKeyFile = 'sign-in-keys.json';

/** Keys of a provider. The first one in each list is used; the others are still accepted, so that keys can be rotated without a gap. */
export interface ProviderKeys {
  /** Private keys that sign tokens. */
  readonly signing: { readonly keys: readonly JWK[] };
  /** The same without their private part. */
  readonly published: JSONWebKeySet;
  /** Secrets that sign cookies and forms. */
  readonly secrets: readonly string[];
}

const secret = z.string().regex(/^[\w-]{43}$/);
const file = z.object({ signing: z.array(z.looseObject({ kty: z.literal('EC'), d: z.string() })).min(1), secrets: z.array(secret).min(1) });

/** Reads the keys of a directory, and makes them the first time. Rejects with a {@link KeyProblem}. */
export async function openProviderKeys(directory: string): Promise<ProviderKeys> {
  const path = join(directory, providerKeyFile);
  const stored = await readOrCreateKeyFile(path, generate);
  try {
    const { signing, secrets } = file.parse(JSON.parse(stored));
    const keys = await Promise.all(signing.map(signingKey));
    return { signing: { keys }, published: { keys: keys.map(({ d: _private, ...rest }) => rest) }, secrets };
  } catch {
    throw new KeyProblem(
      `The sign-in keys ${path} are damaged: restore them, or move them away to get new ones (everybody signs in again).`,
    );
  }
}

async function generate(): Promise<string> {
  const { privateKey } = await generateKeyPair(issuerAlgorithm, { extractable: true });
  return `${JSON.stringify({ signing: [await exportJWK(privateKey)], secrets: [randomBytes(32).toString('base64url')] })}\n`;
}

async function signingKey(given: JWK): Promise<JWK & { kty: string }> {
  await importJWK(given, issuerAlgorithm);
  const { kty, crv, x, y, d } = given as Required<JWK>;
  return { kty, crv, x, y, d, alg: issuerAlgorithm, use: 'sig', kid: await calculateJwkThumbprint(given) };
}
