import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mutate } from '../bad-input/registry-operations.js';
import { addAccount } from '../harness/accounts.js';
import { Browser, formOf } from '../harness/browser.js';
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

// The distributed system has an external provider.
const describeOwn = ownProcesses ? describe : describe.skip;

describeOwn('signing in', () => {
  let system: OwnSystem;
  let discovery: Discovery;
  let organizationId: string;
  let ana: Credentials;
  beforeAll(async () => {
    system = await startSystem();
    discovery = await discover(system.url);
    organizationId = (await mutate(system, 'registerOrganization', { name: 'Night line' })).result!.id;
    ana = await addAccount(system, 'ana.reyes', 'CASEWORKER', organizationId);
  }, 200_000);
  afterAll(() => system?.remove());

  const me = async (token: string) =>
    (await ask<{ me: { role: string; organizationId: string | null } }>(system.url, { query: '{ me { role organizationId } }', token }))
      .data?.me;
  const refresh = (refreshToken: string) => askForTokens(discovery, refreshOf(refreshToken));

  /** Opens an authorization in a browser that may be signed in already; returns the code's address, or null for a page. */
  async function authorize(browser: Browser, change = {}) {
    const asked = authorizationRequest(discovery, change);
    const end = await openPage(browser, asked);
    return { asked, location: end.location, page: end };
  }

  it('gives a token that the API accepts, with role and organization, and can be refreshed', async () => {
    const { accessToken, refreshToken } = await signIn(system.url, ana);
    expect(await me(accessToken)).toEqual({ role: 'CASEWORKER', organizationId });
    const next = tokensIn(await refresh(refreshToken));
    expect(await me(next.accessToken)).toEqual({ role: 'CASEWORKER', organizationId });
    expect(next.refreshToken).not.toBe(refreshToken);
  });

  it('asks for the password once in a browser', async () => {
    const browser = new Browser();
    await signIn(system.url, ana, browser);
    const { asked, location } = await authorize(browser);
    expect(tokensIn(await askForTokens(discovery, exchangeOf(location!, asked))).accessToken).toBeDefined();
    expect((await authorize(browser, { prompt: 'login' })).page.body).toContain('current-password');
  });

  it('ends with signing out: session and tokens', async () => {
    const browser = new Browser();
    const { idToken, refreshToken } = await signIn(system.url, ana, browser);
    const done = await submit(browser, await browser.send(discovery.end_session_endpoint), { logout: 'here' });
    expect(done.location).toBe(`${originOf(discovery)}/oidc/session/end/success`);
    expect((await refresh(refreshToken)).status).toBe(400);
    expect((await authorize(browser)).location).toBeNull();
    // Already signed out: no question.
    const back = `${originOf(discovery)}/`;
    const again = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: back });
    expect((await browser.send(`${discovery.end_session_endpoint}?${again}`)).location).toBe(back);
  });

  it('ends session, tokens and cookies without a question if the client sends an id token', async () => {
    const browser = new Browser();
    const { idToken, refreshToken } = await signIn(system.url, ana, browser);
    const done = await browser.send(`${discovery.end_session_endpoint}?${new URLSearchParams({ id_token_hint: idToken })}`);
    expect(done.status).toBe(303);
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('haven-session'))).toEqual([]);
    expect((await refresh(refreshToken)).status).toBe(400);
    expect((await authorize(browser)).location).toBeNull();
  });

  it('ends everywhere if that is wanted', async () => {
    const [phone, desk] = [new Browser(), new Browser()];
    const there = await signIn(system.url, ana, phone);
    await signIn(system.url, ana, desk);
    const done = await submit(desk, await desk.send(discovery.end_session_endpoint), { logout: 'everywhere' });
    expect((await desk.follow(done, 'nowhere:')).body).toContain('You are signed out.');
    expect((await refresh(there.refreshToken)).status).toBe(400);
    expect((await authorize(phone)).location).toBeNull();
  });

  it('lets somebody else sign in in the same browser, and ends the session before', async () => {
    const browser = new Browser();
    const first = await signIn(system.url, ana, browser);
    const bo = await addAccount(system, 'bo.lind', 'AUDITOR');
    const asked = authorizationRequest(discovery, { prompt: 'login' });
    const page = await openPage(browser, asked);
    const end = await browser.follow(await submit(browser, page, { name: bo.name, password: bo.password }), asked.redirectUri);
    expect(await me(tokensIn(await askForTokens(discovery, exchangeOf(end.location!, asked))).accessToken)).toEqual({
      role: 'AUDITOR',
      organizationId: null,
    });
    expect((await refresh(first.refreshToken)).status).toBe(400);
  });

  it('lets a client give its refresh token back', async () => {
    const { refreshToken } = await signIn(system.url, ana);
    const body = new URLSearchParams({ client_id: 'haven-console', token: refreshToken });
    expect((await fetch(discovery.revocation_endpoint, { method: 'POST', body })).status).toBe(200);
    expect((await refresh(refreshToken)).status).toBe(400);
  });

  it('shows pages in the requested language, from right to left if the language is written so', async () => {
    const { page } = await authorize(new Browser(), { ui_locales: 'ar' });
    expect(page.body).toMatch(/<html lang="ar" dir="rtl">/);
    const french = await new Browser().send(discovery.authorization_endpoint, { headers: { 'accept-language': 'fr-CA' } });
    expect(french.body).toContain('<html lang="fr" dir="ltr">');
  });

  it('has pages without scripts, with labels, and with announced problems', async () => {
    const browser = new Browser();
    const { page } = await authorize(browser);
    const refused = await submit(browser, page, { name: 'nobody', password: 'something else' });
    expect(refused.body).toMatch(/<p role="alert" id="problem">/);
    for (const { body } of [page, refused]) {
      expect(body).not.toMatch(/<script|javascript:| on\w+=/);
      expect(body).toContain('<label for="name">');
      expect(body).toContain('autocomplete="username"');
      expect(body).toContain('href="/exit"');
    }
    expect(formOf(refused).fields['name']).toBe('nobody');
  });

  it('shows typed text as text', async () => {
    const browser = new Browser();
    const { page } = await authorize(browser);
    const name = `"><script>alert(1)</script>`;
    const refused = await submit(browser, page, { name, password: 'x' });
    expect(refused.body).not.toContain('<script>');
    expect(formOf(refused).fields['name']).toBe(name);
  });

  it('leaves nothing in the browser on a quick exit', async () => {
    const browser = new Browser();
    await signIn(system.url, ana, browser);
    const left = await browser.send(`${originOf(discovery)}/exit`);
    expect(left.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    // An old browser ignores that header.
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('haven-session'))).toEqual([]);
  });

  it('survives a restart', async () => {
    const browser = new Browser();
    const { refreshToken } = await signIn(system.url, ana, browser);
    expect(await system.stop()).toBe(0);
    await system.restart();
    expect((await refresh(refreshToken)).status).toBe(200);
    expect((await authorize(browser)).location).not.toBeNull();
  }, 200_000);

  it('shows the pages again if that is requested, although there is a session', async () => {
    const browser = new Browser();
    await signIn(system.url, ana, browser);
    const asked = authorizationRequest(discovery, { redirect_uri: `${originOf(discovery)}/signed-in/window`, prompt: 'login' });
    const there = { ...asked, redirectUri: `${originOf(discovery)}/signed-in/window` };
    expect(await passPages(browser, there, ana)).toContain('/signed-in/window?code=');
  });
});
