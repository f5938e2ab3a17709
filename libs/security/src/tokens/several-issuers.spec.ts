import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnsecuredJWT } from 'jose';
import { openIssuer, type Issuer } from '../issuing/issuer.js';
import { severalIssuers } from './several-issuers.js';
import { createTokenVerifier, type TokenVerifier } from './token-verifier.js';

const audience = 'haven-api';
const [one, two] = ['http://one.localhost', 'http://two.localhost'] as const;
const directories: string[] = [];
let first: Issuer;
let second: Issuer;
let verify: TokenVerifier;

/** An issuer with its own keys that uses this name. */
async function issuerNamed(issuer: string): Promise<Issuer> {
  const directory = await mkdtemp(join(tmpdir(), 'haven-issuers-'));
  directories.push(directory);
  return openIssuer({ directory, issuer, audience });
}

beforeAll(async () => {
  first = await issuerNamed(one);
  second = await issuerNamed(two);
  const verifierOf = (issuer: string, { jwks }: Issuer) => createTokenVerifier({ issuer, audience, algorithms: ['ES256'], jwks: jwks() });
  verify = severalIssuers({ [one]: verifierOf(one, first), [two]: verifierOf(two, second) });
});
afterAll(() => Promise.all(directories.map((path) => rm(path, { recursive: true }))));

describe('several issuers', () => {
  it('are each trusted with their own keys', async () => {
    for (const issuer of [first, second]) expect((await verify(await issuer.mint({ role: 'AUDITOR' }))).ok).toBe(true);
  });

  it("are not trusted under another issuer's name", async () => {
    const pretender = await issuerNamed(one);
    expect(await verify(await pretender.mint({ role: 'AUDITOR' }))).toEqual({ ok: false, error: 'invalid' });
  });

  it('are only those that are named, and only for a real token', async () => {
    const stranger = await issuerNamed('http://stranger.localhost');
    const unsigned = new UnsecuredJWT({ iss: one, aud: audience, sub: 's', jti: 'j', haven_role: 'AUDITOR' }).setIssuedAt().encode();
    for (const token of [await stranger.mint({ role: 'AUDITOR' }), unsigned, 'a.b.c', '', new UnsecuredJWT({ iss: '__proto__' }).encode()])
      expect(await verify(token)).toEqual({ ok: false, error: 'invalid' });
  });
});
