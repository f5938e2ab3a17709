import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signedByOther(token: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = token.split('.').slice(0, 2).join('.');
  return `${content}.${sign('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** Each makes an invalid token from a valid one. */
export const forgedTokens: Readonly<Record<string, (token: string) => string>> = {
  'a token whose role was changed': (token) => {
    const [header, , signature] = token.split('.');
    return `${header}.${encoded({ ...decodeJwt(token), haven_role: 'COORDINATOR' })}.${signature}`;
  },
  'a token without signature, algorithm "none"': (token) =>
    `${encoded({ ...decodeProtectedHeader(token), alg: 'none' })}.${token.split('.')[1]}.`,
  'a token that another key signed': signedByOther,
  'a token with a random signature': (token) => `${token.split('.').slice(0, 2).join('.')}.${randomBytes(64).toString('base64url')}`,
  'a word instead of a token': () => 'letmein',
  'a token of 8,000 characters': () => 'a'.repeat(8_000),
};

/** The same token, issued and expired an hour ago. It is signed with the issuer's own key, since only its time is wrong. */
export async function expiredToken(token: string, dataDirectory: string): Promise<string> {
  const jwk = JSON.parse(await readFile(join(dataDirectory, 'keys', 'issuer-key.json'), 'utf8')) as JWK;
  const { iat = 0, exp = 0, ...claims } = decodeJwt(token);
  const { alg = 'ES256', kid, typ } = decodeProtectedHeader(token);
  return new SignJWT({ ...claims, iat: iat - 3600, exp: exp - 3600 })
    .setProtectedHeader({ alg, ...(kid && { kid }), ...(typ && { typ }) })
    .sign(await importJWK(jwk, alg));
}
