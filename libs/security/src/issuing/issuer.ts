import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { CryptoKey, JSONWebKeySet, JWK } from 'jose';
import { systemClock } from '@haven/kernel';
import type { Clock } from '@haven/kernel';
import type { Role } from '../caller.js';
import { KeyProblem, readOrCreateKeyFile } from '../keys/key-file.js';
import { tokenMinutesMax } from '../tokens/token-verifier.js';

/** The one algorithm of the embedded issuer. Every OpenID library and gateway supports it. */
export const issuerAlgorithm = 'ES256';

/** Name of the file with the embedded issuer's key. */
export const issuerKeyFile = 'issuer-key.json';

/** The paths of the embedded issuer, below its own address. */
export const issuerPaths = { discovery: '/.well-known/openid-configuration', jwks: '/.well-known/jwks.json' } as const;

/** Whom the token names, and for how long. Minutes: 1 to 10, default 10. */
export interface MintRequest {
  readonly role: Role;
  /** Required for a provider. */
  readonly organizationId?: string | null;
  readonly subject?: string;
  readonly minutes?: number;
}

/** The OpenID provider document, as far as the embedded issuer goes. */
export interface DiscoveryDocument {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly response_types_supported: readonly string[];
  readonly subject_types_supported: readonly string[];
  readonly id_token_signing_alg_values_supported: readonly string[];
  readonly claims_supported: readonly string[];
}

/** The embedded OpenID issuer. */
export interface Issuer {
  /** Public keys only. */
  jwks(): JSONWebKeySet;
  discovery(): DiscoveryDocument;
  /** A signed access token. Rejects with a RangeError that says what is wrong with the request. */
  mint(request: MintRequest): Promise<string>;
}

/** Where the key is stored and what the tokens say. */
export interface IssuerOptions {
  readonly directory: string;
  readonly issuer: string;
  readonly audience: string;
  readonly clock?: Clock;
}

/** Opens the issuer of a directory, and creates the key pair the first time. Rejects with a {@link KeyProblem}. */
export async function openIssuer(options: IssuerOptions): Promise<Issuer> {
  const path = join(options.directory, issuerKeyFile);
  const stored = await readOrCreateKeyFile(path, generateKey);
  const { privateKey, publicJwk } = await readKey(stored, path);
  return {
    jwks: () => ({ keys: [{ ...publicJwk }] }),
    discovery: () => discoveryOf(options.issuer),
    mint: (request) => mint(request, options, privateKey, publicJwk.kid),
  };
}

async function generateKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(issuerAlgorithm, { extractable: true });
  return `${JSON.stringify(await exportJWK(privateKey))}\n`;
}

async function readKey(stored: string, path: string): Promise<{ privateKey: CryptoKey; publicJwk: JWK & { kid: string } }> {
  try {
    const jwk = JSON.parse(stored) as JWK;
    const privateKey = (await importJWK(jwk, issuerAlgorithm)) as CryptoKey;
    if (privateKey.type !== 'private') throw new TypeError('Not a private key');
    const { kty, crv, x, y } = jwk as Required<JWK>;
    const publicJwk = { kty, crv, x, y, alg: issuerAlgorithm, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
    return { privateKey, publicJwk };
  } catch {
    throw new KeyProblem(
      `The issuer key ${path} is damaged: restore it, or move it away to get a new one (tokens issued so far become invalid).`,
    );
  }
}

async function mint(request: MintRequest, options: IssuerOptions, key: CryptoKey, kid: string): Promise<string> {
  const { role, organizationId = null, subject = `${role.toLowerCase()}-${randomUUID()}`, minutes = tokenMinutesMax } = request;
  if (role === 'PROVIDER' && !organizationId) throw new RangeError('A provider token needs an organization: add --organization ID.');
  if (!(minutes > 0 && minutes <= tokenMinutesMax)) throw new RangeError(`A token is valid for at most ${tokenMinutesMax} minutes.`);
  const issuedAt = Math.floor((options.clock ?? systemClock).now().getTime() / 1000);
  return new SignJWT({ haven_role: role, ...(organizationId ? { haven_organization: organizationId } : {}) })
    .setProtectedHeader({ alg: issuerAlgorithm, typ: 'at+jwt', kid })
    .setIssuer(options.issuer)
    .setAudience(options.audience)
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + Math.floor(minutes * 60))
    .setJti(randomUUID())
    .sign(key);
}

function discoveryOf(issuer: string): DiscoveryDocument {
  return {
    issuer,
    jwks_uri: `${issuer.replace(/\/$/, '')}${issuerPaths.jwks}`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [issuerAlgorithm],
    claims_supported: ['iss', 'aud', 'sub', 'iat', 'exp', 'jti', 'haven_role', 'haven_organization'],
  };
}
