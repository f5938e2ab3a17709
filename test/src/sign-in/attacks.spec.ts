import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, SignJWT } from 'jose';
import { addAccount } from '../harness/accounts.js';
import { Browser, formOf, type Reply } from '../harness/browser.js';
import { ask } from '../harness/graphql.js';
import { ownProcesses } from '../harness/shared-system.js';
import {
  askForTokens,
  authorizationRequest,
  discover,
  exchangeOf,
  openPage,
  originOf,
  passPages,
  refreshOf,
  signIn,
  submit,
  tokensIn,
  type Credentials,
  type Discovery,
} from '../harness/sign-in.js';
import { startSystem, type OwnSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;

describeOwn('an attack on signing in is refused:', () => {
  let system: OwnSystem;
  let discovery: Discovery;
  let origin: string;
  let ana: Credentials;
  let bo: Credentials;
  beforeAll(async () => {
    system = await startSystem();
    discovery = await discover(system.url);
    origin = originOf(discovery);
    ana = await addAccount(system, 'ana.reyes', 'CASEWORKER');
    bo = await addAccount(system, 'bo.lind', 'AUDITOR');
  }, 200_000);
  afterAll(() => system?.remove());

  const refresh = (refreshToken: string) => askForTokens(discovery, refreshOf(refreshToken));
  const isTaken = async (token: string) => (await ask(system.url, { query: '{ me { role } }', token })).errors.length === 0;
  const refused = { status: 400, body: expect.objectContaining({ error: 'invalid_grant' }) };

  /** A code that belongs to ana, with the request that it answers. */
  async function codeOfAna(browser = new Browser()) {
    const asked = authorizationRequest(discovery);
    return { asked, location: await passPages(browser, asked, ana) };
  }
  /** Where a request ends in a browser where ana is signed in: a redirect, or a page. */
  async function asAna(change: Record<string, string | undefined>): Promise<Reply> {
    const browser = new Browser();
    await signIn(system.url, ana, browser);
    return openPage(browser, authorizationRequest(discovery, change));
  }
  const signedInAs = async (browser: Browser): Promise<string | null> => {
    const asked = authorizationRequest(discovery);
    const end = await openPage(browser, asked);
    if (end.location === null) return null;
    return decodeJwt(tokensIn(await askForTokens(discovery, exchangeOf(end.location, asked))).idToken).sub!;
  };

  describe('codes', () => {
    it('a code that is used again: it fails, and its tokens end', async () => {
      const { asked, location } = await codeOfAna();
      const { refreshToken } = tokensIn(await askForTokens(discovery, exchangeOf(location, asked)));
      expect(await askForTokens(discovery, exchangeOf(location, asked))).toMatchObject(refused);
      expect(await refresh(refreshToken)).toMatchObject(refused);
    });

    it('a code that is used many times at once: it counts once at most, and its tokens end', async () => {
      const { asked, location } = await codeOfAna();
      const answers = await Promise.all(Array.from({ length: 6 }, () => askForTokens(discovery, exchangeOf(location, asked))));
      const given = answers.filter(({ status }) => status === 200);
      expect(given.length).toBeLessThanOrEqual(1);
      for (const { body } of given) expect(await refresh(body['refresh_token']!)).toMatchObject(refused);
    });

    it('a code without its PKCE verifier', async () => {
      const { asked, location } = await codeOfAna();
      const exchange = exchangeOf(location, asked);
      for (const code_verifier of [undefined, 'x'.repeat(43), '']) {
        const answer = await askForTokens(discovery, { ...exchange, code_verifier });
        expect([answer.status, answer.body['access_token']]).toEqual([400, undefined]);
      }
    });

    it('a code of the page, used for the window', async () => {
      const { asked, location } = await codeOfAna();
      const answer = await askForTokens(discovery, { ...exchangeOf(location, asked), redirect_uri: `${origin}/signed-in/window` });
      expect(answer).toMatchObject(refused);
    });

    it.each([
      ['left out', { code_challenge: undefined, code_challenge_method: undefined }],
      ['plain', { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' }],
      ['without its method', { code_challenge_method: undefined }],
    ])('a request with PKCE %s', async (_, change) => {
      const { location } = await asAna(change);
      expect(new URL(location!).searchParams.get('error')).toBe('invalid_request');
      expect(new URL(location!).searchParams.get('code')).toBeNull();
    });
  });

  describe('the address to which a sign-in returns', () => {
    it.each([
      ['another host', 'https://evil.example/signed-in'],
      ['another port', 'http://localhost:1/signed-in'],
      ['another path', '%/anywhere'],
      ['a longer path', '%/signed-in/more'],
      ['a query', '%/signed-in?to=https://evil.example'],
      ['a fragment', '%/signed-in#x'],
      ['a name before the host', 'http://%@evil.example/signed-in'],
      ['a path that goes up', '%/signed-in/../elsewhere'],
      ['a script', 'javascript:alert(1)'],
      ['nothing', undefined],
    ])('%s', async (_, given) => {
      const reply = await asAna({ redirect_uri: given?.replace('%', given.includes('@') ? new URL(origin).host : origin) });
      expect([reply.status, reply.location]).toEqual([400, null]);
      expect(reply.body).not.toContain('evil.example');
    });

    it('a host that the request names', async () => {
      const { url } = authorizationRequest(discovery);
      const lies: Record<string, string>[] = [
        { host: 'evil.example' },
        { 'x-forwarded-host': 'evil.example' },
        { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' },
      ];
      for (const headers of lies) {
        const browser = new Browser();
        const page = await browser.follow(await browser.send(url, { headers }), 'nowhere:');
        const answer = await browser.send(formOf(page).action, {
          form: { ...formOf(page).fields, name: ana.name, password: ana.password },
          headers,
        });
        expect(new URL(answer.location!).origin).toBe(origin);
        expect((await browser.send(discovery.issuer + '/.well-known/openid-configuration', { headers })).body).not.toContain(
          'evil.example',
        );
      }
    });

    it('somebody else’s page after signing out', async () => {
      const browser = new Browser();
      const { idToken } = await signIn(system.url, ana, browser);
      const asked = { id_token_hint: idToken, post_logout_redirect_uri: 'https://evil.example/' };
      for (const given of [asked, { ...asked, id_token_hint: '' }, { ...asked, client_id: 'haven-console' }]) {
        for (const who of [browser, new Browser()]) {
          const reply = await who.send(`${discovery.end_session_endpoint}?${new URLSearchParams(given)}`);
          expect(reply.location ?? '').not.toContain('evil.example');
          expect(reply.body).not.toContain('evil.example');
        }
      }
      const page = await browser.send(
        `${discovery.end_session_endpoint}?${new URLSearchParams({ post_logout_redirect_uri: 'https://evil.example/' })}`,
      );
      expect((await submit(browser, page, { logout: 'here' })).location).toBe(`${origin}/oidc/session/end/success`);
    });
  });

  describe('sessions', () => {
    const sessionOf = (browser: Browser) => browser.cookies.get('haven-session /oidc')?.value;

    it('a session that was known before the sign-in', async () => {
      const mallory = new Browser();
      await signIn(system.url, bo, mallory);
      const planted = new Map(mallory.cookies);
      const victim = new Browser();
      for (const [name, cookie] of planted) victim.cookies.set(name, cookie);
      const asked = authorizationRequest(discovery, { prompt: 'login' });
      const page = await openPage(victim, asked);
      await victim.follow(await submit(victim, page, { name: ana.name, password: ana.password }), asked.redirectUri);
      expect(sessionOf(victim)).not.toBe(planted.get('haven-session /oidc')?.value);
      const anaIs = await signedInAs(victim);
      expect(anaIs).not.toBeNull();
      expect(await signedInAs(mallory)).not.toBe(anaIs);
    });

    it('the earlier session, after the same person has signed in again', async () => {
      const browser = new Browser();
      await signIn(system.url, ana, browser);
      const before = new Browser();
      for (const [name, cookie] of browser.cookies) before.cookies.set(name, cookie);
      const asked = authorizationRequest(discovery, { prompt: 'login' });
      await browser.follow(
        await submit(browser, await openPage(browser, asked), { name: ana.name, password: ana.password }),
        asked.redirectUri,
      );
      expect(sessionOf(browser)).not.toBe(sessionOf(before));
      expect(await signedInAs(before)).toBeNull();
    });

    it('a sign-in that somebody else began', async () => {
      const mallory = new Browser();
      const page = await openPage(mallory, authorizationRequest(discovery));
      const victim = new Browser();
      expect((await victim.send(formOf(page).action)).status).toBe(400);
      const sent = await victim.send(formOf(page).action, { form: { ...formOf(page).fields, name: ana.name, password: ana.password } });
      expect([sent.status, sent.location]).toEqual([400, null]);
      expect(await signedInAs(mallory)).toBeNull();
    });

    it('cookies that scripts, other sites or other paths could read', async () => {
      const browser = new Browser();
      const asked = authorizationRequest(discovery);
      const first = await browser.send(asked.url);
      const page = await browser.follow(first, asked.redirectUri);
      const done = await submit(browser, page, { name: ana.name, password: ana.password });
      const last = await browser.send(done.location!);
      const lines = [first, last].flatMap(({ headers }) => headers['set-cookie'] ?? []).filter((line) => !/1970/.test(line));
      expect(lines.length).toBeGreaterThan(2);
      for (const line of lines) {
        expect({ line, isHidden: /; httponly/i.test(line) }).toEqual({ line, isHidden: !line.startsWith('haven-session.sig=') });
        expect(line).toMatch(/; samesite=strict/i);
        expect(line).toMatch(/; path=\/oidc/i);
      }
    });

    it('a cookie that was made up', async () => {
      const browser = new Browser();
      await signIn(system.url, ana, browser);
      const forged = new Browser();
      for (const [name, cookie] of browser.cookies) if (!name.includes('.sig')) forged.cookies.set(name, cookie);
      expect(await signedInAs(forged)).toBeNull();
    });
  });

  describe('forms', () => {
    const typed = () => ({ name: ana.name, password: ana.password });
    it.each<[string, Record<string, string>]>([
      ['another site', { origin: 'https://evil.example' }],
      ['a page without an origin', { origin: 'null' }],
      ['another port of this machine', { origin: 'http://localhost:1' }],
      ['a place that the browser calls another site', { 'sec-fetch-site': 'cross-site' }],
    ])('the sign-in form, sent from %s', async (_, headers) => {
      const browser = new Browser();
      const { action, fields } = formOf(await openPage(browser, authorizationRequest(discovery)));
      const reply = await browser.send(action, { form: { ...fields, ...typed() }, headers });
      expect([reply.status, reply.location]).toEqual([403, null]);
      expect(await signedInAs(browser)).toBeNull();
    });

    it('the sign-in form without its proof, or with that of another sign-in', async () => {
      const browser = new Browser();
      const other = formOf(await openPage(new Browser(), authorizationRequest(discovery))).fields['proof']!;
      const { action } = formOf(await openPage(browser, authorizationRequest(discovery)));
      const forms: Record<string, string>[] = [typed(), { ...typed(), proof: other }, { ...typed(), proof: '' }];
      for (const form of forms) expect((await browser.send(action, { form })).status).toBe(403);
      expect(await signedInAs(browser)).toBeNull();
    });

    it('signing somebody out from another site', async () => {
      const browser = new Browser();
      await signIn(system.url, ana, browser);
      const page = await browser.send(discovery.end_session_endpoint);
      for (const xsrf of ['', 'x'.repeat(48)])
        expect((await browser.send(formOf(page).action, { form: { xsrf, logout: 'here' } })).location).toBeNull();
      expect(await signedInAs(browser)).not.toBeNull();
    });

    it('signing somebody out with a token of somebody else', async () => {
      const browser = new Browser();
      await signIn(system.url, ana, browser);
      const { idToken } = await signIn(system.url, bo);
      const reply = await browser.send(`${discovery.end_session_endpoint}?${new URLSearchParams({ id_token_hint: idToken })}`);
      expect([reply.status, reply.location, (await signedInAs(browser)) === null]).toEqual([200, null, false]);
    });

    it('a page in a frame', async () => {
      const browser = new Browser();
      const signInPage = await openPage(browser, authorizationRequest(discovery));
      const wrong = await submit(browser, signInPage, { name: 'nobody', password: 'nothing' });
      const error = await browser.send(discovery.authorization_endpoint);
      const link = await browser.send(`${origin}/sign-in/link/unknown`);
      await signIn(system.url, ana, browser);
      const signOut = await browser.send(discovery.end_session_endpoint);
      const signedOut = await browser.send(`${discovery.end_session_endpoint}/success`);
      for (const { headers } of [signInPage, wrong, error, link, signOut, signedOut]) {
        expect(headers['content-security-policy']).toMatch(/default-src 'none';.* frame-ancestors 'none'/);
        expect(headers['x-frame-options']).toBe('DENY');
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['cache-control']).toMatch(/no-store/);
      }
    });
  });

  describe('tokens', () => {
    it('a stolen refresh token: once both have used it, neither works any more', async () => {
      const { refreshToken: first } = await signIn(system.url, ana);
      const { refreshToken: second } = tokensIn(await refresh(first));
      expect(await refresh(first)).toMatchObject(refused);
      expect(await refresh(second)).toMatchObject(refused);
    });

    it('a refresh token that is used many times at once', async () => {
      const { refreshToken } = await signIn(system.url, ana);
      const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(refreshToken)));
      const given = answers.filter(({ status }) => status === 200);
      expect(given.length).toBeLessThanOrEqual(1);
      for (const { body } of given) expect(await refresh(body['refresh_token']!)).toMatchObject(refused);
    });

    it('a refresh token from a page of another site', async () => {
      const { refreshToken } = await signIn(system.url, ana);
      const answer = await fetch(discovery.token_endpoint, {
        method: 'POST',
        body: new URLSearchParams(refreshOf(refreshToken)),
        headers: { origin: 'https://evil.example' },
      });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect((await refresh(refreshToken)).status).toBe(200);
    });

    it('a token that somebody signed himself, and one of another deployment', async () => {
      const { accessToken } = await signIn(system.url, ana);
      expect(await isTaken(accessToken)).toBe(true);
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const claims = decodeJwt(accessToken);
      const forged = await new SignJWT({ ...claims, haven_role: 'COORDINATOR' })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
        .sign(privateKey);
      expect(await isTaken(forged)).toBe(false);
      const elsewhere = await startSystem({ env: { HAVEN_PUBLIC_URL: 'https://elsewhere.example' } });
      try {
        expect((await ask(elsewhere.url, { query: '{ me { role } }', token: accessToken })).errors).not.toEqual([]);
      } finally {
        await elsewhere.remove();
      }
    }, 200_000);

    it('an id token in place of an access token', async () => {
      expect(await isTaken((await signIn(system.url, ana)).idToken)).toBe(false);
    });

    it('an account that was disabled: its session, its refresh token, its password', async () => {
      const cleo = await addAccount(system, `cleo-${randomUUID().slice(0, 8)}`, 'HOTLINE');
      const browser = new Browser();
      const { refreshToken } = await signIn(system.url, cleo, browser);
      await system.haven('account', 'disable', cleo.name);
      expect(await refresh(refreshToken)).toMatchObject(refused);
      expect(await signedInAs(browser)).toBeNull();
      const page = await submit(browser, await openPage(browser, authorizationRequest(discovery)), {
        name: cleo.name,
        password: cleo.password,
      });
      expect([page.status, page.location]).toEqual([401, null]);
    });

    it('an account that was reset: its session and its refresh token', async () => {
      const dan = await addAccount(system, `dan-${randomUUID().slice(0, 8)}`, 'HOTLINE');
      const browser = new Browser();
      const { refreshToken } = await signIn(system.url, dan, browser);
      await system.haven('account', 'reset', dan.name);
      expect(await refresh(refreshToken)).toMatchObject(refused);
      expect(await signedInAs(browser)).toBeNull();
    });
  });

  describe('guessing', () => {
    /** A page without the parts that differ for any two visitors. */
    const compared = ({ status, body, headers }: Reply) => ({
      status,
      headers: Object.keys(headers).filter((name) => name !== 'date' && name !== 'content-length'),
      body: body.replace(/name="proof" value="[^"]*"/, '').replace(/\/interaction\/[\w-]+/g, ''),
    });
    async function attempt(name: string, password: string): Promise<Reply> {
      const browser = new Browser();
      return submit(browser, await openPage(browser, authorizationRequest(discovery)), { name, password });
    }

    it('whether an account exists, by the answer', async () => {
      const eve = await addAccount(system, 'eve.known', 'HOTLINE');
      const masked = async (name: string) => {
        const page = compared(await attempt(name, 'not the password at all'));
        return { ...page, body: page.body.replaceAll(name, 'NAME') };
      };
      expect(await masked(eve.name)).toEqual(await masked('eve.other'));
    });

    it('a password, many times: it takes ever longer, even for the right one, and others continue', async () => {
      const fay = await addAccount(system, 'fay.guessed', 'HOTLINE');
      let waits: number | null = null;
      for (let tries = 0; tries < 12 && waits === null; tries++) {
        const { status, headers } = await attempt(fay.name, `wrong password ${tries}`);
        expect(status).toBe(401);
        waits = headers['retry-after'] === undefined ? null : Number(headers['retry-after']);
      }
      expect(waits).toBeGreaterThan(0);
      const told = Date.now();
      const right = await attempt(fay.name, fay.password);
      // A slow machine may already have waited long enough.
      if (right.status === 303) expect(Date.now() - told).toBeGreaterThanOrEqual((waits! - 1) * 1_000);
      else expect(right.status).toBe(401);
      expect((await attempt(ana.name, ana.password)).status).toBe(303);
    });
  });
});
