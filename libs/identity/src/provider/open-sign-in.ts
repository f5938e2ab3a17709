import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { errors } from 'oidc-provider';
import type { Accounts } from '../accounts/ports.js';
import { failedPage } from '../pages/pages.js';
import { placeOf } from '../sign-in/bucket.js';
import { linkPath, type SignIn } from '../sign-in/ports.js';
import { extendAccounts, type Organizations } from './pages/account-pages.js';
import { issuerAt, providerPath } from './http/addresses.js';
import { boundSignIns } from './bound-sign-ins.js';
import { endedSession } from './http/cookies.js';
import { createProvider } from './create-provider.js';
import { lives } from './lives.js';
import { linkPages } from './pages/link-pages.js';
import { sendPage, type Page } from './http/page.js';
import { pinAddress } from './http/pin-address.js';
import type { ProviderRecords, ServiceAccounts } from './ports.js';
import { openProviderKeys } from './provider-keys.js';
import { signInPages } from './pages/sign-in-pages.js';
import { letPagesEndSession } from './session-signature.js';
import { extendSignOut } from './sign-out.js';
import { visitorOf } from './http/visitor.js';

/** What signing in is made of. */
export interface SignInOptions {
  /** Address under which browsers reach this process, without a path. */
  readonly publicUrl: string;
  /** Audience of the access tokens. */
  readonly audience: string;
  /** Directory of the keys. */
  readonly keys: string;
  readonly signIn: SignIn;
  readonly accounts: Accounts;
  readonly organizations: Organizations;
  readonly records: ProviderRecords;
  readonly serviceAccounts: ServiceAccounts;
  /** Told of what should not happen. */
  readonly onError: (error: unknown) => void;
}

/** Answers requests below a path that the server has cut off. */
export type Mounted = (request: IncomingMessage, response: ServerResponse) => void;

/** Signing in, ready to be served. */
export interface SignInServer {
  /** What its access tokens name as their issuer, and the keys that sign them. */
  readonly issuer: string;
  readonly jwks: JSONWebKeySet;
  readonly mounts: Readonly<Record<string, Mounted>>;
  /** `set-cookie` lines that take its session out of a browser. */
  readonly endedCookies: readonly string[];
}

/** Opens the OpenID provider of this process with its pages. Rejects with a KeyProblem. */
export async function openSignIn(options: SignInOptions): Promise<SignInServer> {
  const { publicUrl, audience, signIn, records, serviceAccounts, onError } = options;
  const keys = await openProviderKeys(options.keys);
  const provider = createProvider({ publicUrl, audience, keys, signIn, records, serviceAccounts });
  provider.on('server_error', (_ctx, error) => onError(error));
  (provider as NodeJS.EventEmitter).on('error', onError);
  letPagesEndSession(provider);
  extendSignOut(provider, publicUrl, records);
  const bound = boundSignIns(provider);
  const secrets = keys.secrets as [string, ...string[]];
  extendAccounts(provider, { ...options, secrets });
  const protocol = provider.callback();
  const pages = { provider, publicUrl, secrets, signIn, records };
  const serve =
    (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Mounted =>
    (request, response) =>
      void answer(request, response).catch((error: unknown) => fail(request, response, error, onError));
  return {
    issuer: issuerAt(publicUrl),
    jwks: keys.published,
    endedCookies: endedSession(publicUrl),
    mounts: {
      [providerPath]: serve(async (request, response) => {
        const visitor = visitorOf(request, publicUrl);
        pinAddress(request, publicUrl);
        const path = pathOf(request);
        const place = placeOf(visitor.address);
        if (path === '/auth' && bound.isFull(place)) return sendPage(request, response, tooMany);
        bound.comesFrom(request, place);
        return path.startsWith('/interaction/') ? signInPages(pages, request, response, visitor) : protocol(request, response);
      }),
      [linkPath.slice(0, -1)]: serve((request, response) => linkPages(pages, pathOf(request).slice(1), request, response)),
    },
  };
}

const tooMany: Page = { status: 429, show: failedPage, retryAfter: lives.signIn };

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0]!;

/** A sign-in that is over, or was never begun here, is no failure of ours. */
function fail(request: IncomingMessage, response: ServerResponse, error: unknown, onError: (error: unknown) => void): void {
  const isOver = error instanceof errors.SessionNotFound;
  if (!isOver) onError(error);
  if (response.headersSent) response.destroy();
  else sendPage(request, response, { status: isOver ? 400 : 500, show: failedPage });
}
