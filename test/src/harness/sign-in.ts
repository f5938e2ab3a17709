import { createHash, randomBytes } from 'node:crypto';
import { Browser, formOf, type Reply } from './browser.js';

/** The account that signs in. `code` gives the code of the second factor if the page asks for one. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: () => string;
}

/** The tokens of a client after a sign-in. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string;
}

/** A response of the token endpoint. */
export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, string | undefined>>;
}

/** The discovery document. */
export interface Discovery {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint: string;
  readonly revocation_endpoint: string;
  readonly jwks_uri: string;
}

/** Reads the provider of a system, by the address that it gives itself. */
export async function discover(url: string): Promise<Discovery> {
  const answer = await fetch(`${url}/oidc/.well-known/openid-configuration`);
  return (await answer.json()) as Discovery;
}

/** The public address of a system, which serves its pages. */
export const originOf = ({ issuer }: Discovery): string => new URL(issuer).origin;

/** A request for a code, with the secret that only its sender knows. */
export interface AuthorizationRequest {
  readonly url: string;
  readonly verifier: string;
  readonly state: string;
  readonly redirectUri: string;
}

/** The request of the console; `change` replaces parameters, undefined removes one. */
export function authorizationRequest(
  discovery: Discovery,
  change: Readonly<Record<string, string | undefined>> = {},
): AuthorizationRequest {
  const [verifier, state] = [randomBytes(32), randomBytes(8)].map((bytes) => bytes.toString('base64url')) as [string, string];
  const redirectUri = `${originOf(discovery)}/signed-in`;
  const parameters = {
    client_id: 'haven-console',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirectUri,
    state,
    nonce: randomBytes(8).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  };
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { url: `${discovery.authorization_endpoint}?${new URLSearchParams(given)}`, verifier, state, redirectUri };
}

/** Opens the sign-in page of a request. */
export async function openPage(browser: Browser, { url, redirectUri }: AuthorizationRequest): Promise<Reply> {
  return browser.follow(await browser.send(url), redirectUri);
}

/** Fills in the form of a page and sends it, without following redirects. */
export function submit(browser: Browser, page: Reply, typed: Readonly<Record<string, string>>): Promise<Reply> {
  const { action, fields } = formOf(page);
  return browser.send(action, { form: { ...fields, ...typed } });
}

/** Signs in on the pages to which a request leads; returns the address of the last redirect. */
export async function passPages(browser: Browser, asked: AuthorizationRequest, who: Credentials): Promise<string> {
  let reply = await openPage(browser, asked);
  if (reply.location === null) reply = await submit(browser, reply, { name: who.name, password: who.password });
  if (reply.location === null && who.code) reply = await submit(browser, reply, { code: who.code() });
  const end = await browser.follow(reply, asked.redirectUri);
  if (end.location === null) throw new Error(`Not signed in; the page was:\n${end.body.slice(0, 3_000)}`);
  return end.location;
}

/** Sends a request to the token endpoint. */
export async function askForTokens(
  discovery: Discovery,
  fields: Readonly<Record<string, string | undefined>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const answer = await fetch(discovery.token_endpoint, { method: 'POST', body: new URLSearchParams(given), headers });
  return { status: answer.status, body: (await answer.json()) as TokenAnswer['body'] };
}

/** Fields that exchange the code in an address for tokens. */
export const exchangeOf = (location: string, { verifier, redirectUri }: AuthorizationRequest) => ({
  client_id: 'haven-console',
  grant_type: 'authorization_code',
  code: new URL(location).searchParams.get('code') ?? '',
  redirect_uri: redirectUri,
  code_verifier: verifier,
});

/** Fields that use a refresh token. */
export const refreshOf = (refreshToken: string) => ({
  client_id: 'haven-console',
  grant_type: 'refresh_token',
  refresh_token: refreshToken,
});

/** The tokens of a response; fails if it has none. */
export function tokensIn({ status, body }: TokenAnswer): Tokens {
  const { access_token: accessToken, refresh_token: refreshToken, id_token: idToken } = body;
  if (!accessToken || !refreshToken || !idToken) throw new Error(`No tokens, but ${status} ${JSON.stringify(body)}`);
  return { accessToken, refreshToken, idToken };
}

/** Signs in like a person, with name and password, and returns the tokens that the console would get. */
export async function signIn(url: string, who: Credentials, browser = new Browser()): Promise<Tokens> {
  const discovery = await discover(url);
  const asked = authorizationRequest(discovery);
  return tokensIn(await askForTokens(discovery, exchangeOf(await passPages(browser, asked, who), asked)));
}
