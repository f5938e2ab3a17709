import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';
import { openIssuer } from '../issuing/issuer.js';
import type { Issuer } from '../issuing/issuer.js';
import { remoteKeySet } from './key-set.js';
import { createTokenVerifier } from './token-verifier.js';
import type { TokenVerifier } from './token-verifier.js';

const start = Date.parse('2026-11-24T06:00:00Z');
const pinned = { issuer: 'http://localhost:4000', audience: 'haven', algorithms: ['ES256'] };
let now = start;
const clock = { now: () => new Date(now) };

let directory: string;
let issuer: Issuer;
let verify: TokenVerifier;
let foreignKey: CryptoKey;
const open = () => openIssuer({ directory, issuer: pinned.issuer, audience: pinned.audience, clock });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'haven-issuer-'));
  issuer = await open();
  verify = createTokenVerifier({ ...pinned, jwks: issuer.jwks(), clock });
  foreignKey = (await generateKeyPair('ES256')).privateKey;
});
afterAll(() => rm(directory, { recursive: true }));

describe('embedded issuer', () => {
  it('issues a token that identifies the caller', async () => {
    const token = await issuer.mint({ role: 'PROVIDER', organizationId: 'org-1', subject: 'anna' });
    expect(await verify(token)).toEqual({
      ok: true,
      value: { caller: { subject: 'anna', role: 'PROVIDER', organizationId: 'org-1' }, expiresAt: new Date(start + 600_000) },
    });
  });

  it('keeps its key across restarts, readable only by the owner', async () => {
    const token = await (await open()).mint({ role: 'HOTLINE' });
    expect((await verify(token)).ok).toBe(true);
    expect((await stat(join(directory, 'issuer-key.json'))).mode & 0o777).toBe(0o600);
  });

  it('publishes the public key only', () => {
    expect(Object.keys(issuer.jwks().keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(issuer.discovery().jwks_uri).toBe('http://localhost:4000/.well-known/jwks.json');
  });

  it('rejects a provider without an organization, and a life over ten minutes', async () => {
    await expect(issuer.mint({ role: 'PROVIDER' })).rejects.toThrow('--organization');
    await expect(issuer.mint({ role: 'PROVIDER', organizationId: '' })).rejects.toThrow('--organization');
    for (const minutes of [0, -1, 11, Number.NaN]) await expect(issuer.mint({ role: 'AUDITOR', minutes })).rejects.toThrow(RangeError);
  });

  it.each(['', '{}', 'null', '{"kty":"EC"}'])('reports a damaged key file in one line: %j', async (content) => {
    const damaged = await mkdtemp(join(tmpdir(), 'haven-issuer-'));
    await writeFile(join(damaged, 'issuer-key.json'), content);
    await expect(openIssuer({ directory: damaged, issuer: 'x', audience: 'y' })).rejects.toThrow(/issuer-key.json is damaged/);
    await rm(damaged, { recursive: true });
  });
});

describe('token verifier', () => {
  const issuedAt = start / 1000;
  const good: JWTPayload = {
    iss: pinned.issuer,
    aud: pinned.audience,
    sub: 's',
    iat: issuedAt,
    exp: issuedAt + 600,
    jti: 'j',
    haven_role: 'HOTLINE',
  };
  let ownKey: CryptoKey;
  let verifyOwn: TokenVerifier;
  beforeAll(async () => {
    const pair = await generateKeyPair('ES256');
    ownKey = pair.privateKey;
    verifyOwn = createTokenVerifier({ ...pinned, jwks: { keys: [await exportJWK(pair.publicKey)] }, clock });
  });
  const sign = (payload: JWTPayload, key: CryptoKey | Uint8Array = ownKey, alg = 'ES256') =>
    new SignJWT(payload).setProtectedHeader({ alg }).sign(key);
  const without = (claim: string) => Object.fromEntries(Object.entries(good).filter(([name]) => name !== claim));

  it('accepts the good token that the cases below break', async () => {
    expect((await verifyOwn(await sign(good))).ok).toBe(true);
    expect((await verifyOwn(await sign({ ...good, haven_role: 'PROVIDER', haven_organization: 'o' }))).ok).toBe(true);
  });

  it.each([...Object.keys(good)])('requires the claim %s', async (claim) => {
    expect(await verifyOwn(await sign(without(claim)))).toEqual({ ok: false, error: 'invalid' });
  });

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'other' }],
    ['an unknown role', { haven_role: 'ADMIN' }],
    ['a role in another case', { haven_role: 'hotline' }],
    ['a role of the prototype', { haven_role: 'constructor' }],
    ['two roles', { haven_role: ['HOTLINE', 'COORDINATOR'] }],
    ['a provider without organization', { haven_role: 'PROVIDER' }],
    ['an empty organization', { haven_organization: '' }],
    ['an organization that is not a text', { haven_organization: { id: 'o' } }],
    ['an empty subject', { sub: '' }],
    ['a future time of issue', { iat: issuedAt + 3600, exp: issuedAt + 4000 }],
    ['a future start', { nbf: issuedAt + 3600 }],
  ])('refuses %s', async (_, claims) => {
    expect(await verifyOwn(await sign({ ...good, ...claims }))).toEqual({ ok: false, error: 'invalid' });
  });

  it('rejects a foreign key, other algorithms, no algorithm, and text that is no token', async () => {
    const attempts = [
      await sign(good, foreignKey),
      await sign(good, new TextEncoder().encode(JSON.stringify(issuer.jwks().keys[0])), 'HS256'),
      await sign(good, (await generateKeyPair('EdDSA')).privateKey, 'EdDSA'),
      new UnsecuredJWT(good).encode(),
      '',
      'a.b.c',
      `${await sign(good)}x`,
      'x'.repeat(1_000_000),
    ];
    for (const attempt of attempts) expect(await verifyOwn(attempt)).toEqual({ ok: false, error: 'invalid' });
  });

  it('rejects an algorithm that is not pinned, even with a key of the provider', async () => {
    const pair = await generateKeyPair('EdDSA');
    const jwks = { keys: [await exportJWK(pair.publicKey)] };
    const token = await sign(good, pair.privateKey, 'EdDSA');
    expect(await createTokenVerifier({ ...pinned, jwks, clock })(token)).toEqual({ ok: false, error: 'invalid' });
    expect((await createTokenVerifier({ ...pinned, algorithms: ['EdDSA'], jwks, clock })(token)).ok).toBe(true);
  });

  it('rejects a token after its expiry, and after ten minutes whatever it claims', async () => {
    const short = await sign({ ...good, exp: issuedAt + 60 });
    const long = await sign({ ...good, exp: issuedAt + 86_400 });
    expect(await verifyOwn(long)).toMatchObject({ value: { expiresAt: new Date(start + 600_000) } });
    now = start + 66_000;
    expect(await verifyOwn(short)).toEqual({ ok: false, error: 'expired' });
    expect((await verifyOwn(long)).ok).toBe(true);
    now = start + 606_000;
    expect(await verifyOwn(long)).toEqual({ ok: false, error: 'expired' });
    now = start;
  });

  describe('with the keys at an address', () => {
    let healthy = true;
    let asked = 0;
    const server = createServer(
      (_, response) => void ((asked += 1), response.writeHead(healthy ? 200 : 500).end(healthy ? JSON.stringify(issuer.jwks()) : '')),
    );
    const close = () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections()));
    beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
    afterAll(close);

    const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;

    it('keeps using old ones for a while if the provider does not answer, and retries only now and then', async () => {
      const token = await issuer.mint({ role: 'AUDITOR' });
      const [lasting, brief] = [2_500, 0].map((spareMilliseconds) =>
        createTokenVerifier({ ...pinned, jwks: remoteKeySet(address(), { freshMilliseconds: 50, spareMilliseconds }), clock }),
      ) as [TokenVerifier, TokenVerifier];
      for (const verifier of [lasting, brief]) expect((await verifier(token)).ok).toBe(true);
      healthy = false;
      await sleep(60);
      const before = asked;
      for (let times = 0; times < 5; times++) expect((await lasting(token)).ok).toBe(true);
      expect(asked).toBe(before + 1);
      expect(await lasting(await sign({ ...good }, foreignKey))).toMatchObject({ ok: false });
      expect(await brief(token)).toEqual({ ok: false, error: 'unavailable' });
      await sleep(2_700);
      expect(await lasting(token)).toEqual({ ok: false, error: 'unavailable' });
      healthy = true;
      expect((await lasting(token)).ok).toBe(true);
    });

    it('tells whether they are known, and reads them for that', async () => {
      healthy = false;
      const keys = remoteKeySet(address());
      expect(await keys.known()).toBe(false);
      healthy = true;
      expect([await keys.known(), await keys.known()]).toEqual([true, true]);
    });

    it('fetches them, and reports when it cannot', async () => {
      const jwks = address();
      const token = await issuer.mint({ role: 'AUDITOR' });
      const answer = () => createTokenVerifier({ ...pinned, jwks: remoteKeySet(jwks), clock })(token);
      expect((await answer()).ok).toBe(true);
      healthy = false;
      expect(await answer()).toEqual({ ok: false, error: 'unavailable' });
      await close();
      expect(await answer()).toEqual({ ok: false, error: 'unavailable' });
    });
  });
});
