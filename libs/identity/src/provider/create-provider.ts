import type { SignIn, SignedIn } from '../sign-in/ports.js';
import { issuerAlgorithm } from '@haven/security';
import { errors, Provider, type Account, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { accessClaims } from './access-claims.js';
import { checkAssertion } from './check-assertion.js';
import { apiResource, apiScope, issuerAt, providerPath } from './http/addresses.js';
import { consoleClient, serviceClients } from './clients.js';
import { cookieNames, cookieRules } from './http/cookies.js';
import { loadGrant } from './load-grant.js';
import { lives, sessionLife } from './lives.js';
import type { ProviderRecords, ServiceAccounts } from './ports.js';
import { interactionPath, signInPolicy } from './sign-in-policy.js';
import { askOrSignOut } from './sign-out.js';
import { pageSources } from './http/page-sources.js';
import type { ProviderKeys } from './provider-keys.js';

/** What a provider needs. */
export interface ProviderOptions {
  /** Public address for browsers, without a path. */
  readonly publicUrl: string;
  /** Audience of the access tokens. */
  readonly audience: string;
  readonly keys: ProviderKeys;
  readonly signIn: Pick<SignIn, 'account'>;
  readonly records: ProviderRecords;
  readonly serviceAccounts: ServiceAccounts;
}

/** The OpenID provider itself, without its pages. */
export function createProvider(options: ProviderOptions): Provider {
  const provider = new Provider(issuerAt(options.publicUrl), configurationOf(options));
  // `pinAddress` sets scheme and host.
  provider.proxy = true;
  return provider;
}

function configurationOf(options: ProviderOptions): Configuration {
  const { publicUrl, keys, records, serviceAccounts } = options;
  const clients = serviceClients(serviceAccounts);
  const cookie = cookieRules(publicUrl);
  return {
    adapter: (kind: string) => (kind === 'Client' ? clients : records.of(kind)),
    clients: [consoleClient(publicUrl)],
    clientDefaults: { id_token_signed_response_alg: issuerAlgorithm },
    clientAuthMethods: ['none', 'private_key_jwt'],
    jwks: { keys: [...keys.signing.keys] } as never,
    cookies: {
      keys: [...keys.secrets],
      names: cookieNames,
      long: { ...cookie, path: providerPath },
      short: cookie,
    },
    claims: { openid: ['sub'] },
    scopes: ['openid'],
    responseTypes: ['code'],
    subjectTypes: ['public'],
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    rotateRefreshToken: true,
    expiresWithSession: () => true,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    // A page of another origin cannot read any answer. Haven's own pages send their origin, too.
    clientBasedCORS: (_ctx, origin) => origin === publicUrl,
    enabledJWA: {
      idTokenSigningAlgValues: [issuerAlgorithm],
      clientAuthSigningAlgValues: ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA', 'Ed25519'],
    },
    assertJwtClientAuthClaimsAndHeader: checkAssertion,
    interactions: { policy: signInPolicy(), url: (_ctx, interaction) => `${interactionPath}${interaction.uid}` },
    findAccount: findAccountOf(options),
    extraTokenClaims: (ctx, token) => claimsOf(ctx, token, serviceAccounts),
    loadExistingGrant: loadGrant,
    features: featuresOf(options),
    renderError: pageSources.renderError,
    ttl: {
      AccessToken: lives.accessToken,
      AuthorizationCode: lives.code,
      ClientCredentials: lives.serviceToken,
      IdToken: lives.absolute,
      Interaction: lives.signIn,
      Grant: lives.absolute,
      RefreshToken: (_ctx, token) => sessionLife(token.authTime, now()),
      Session: (_ctx, session) => sessionLife(session.loginTs, now()),
    },
  };
}

const now = (): number => Math.floor(Date.now() / 1000);

/** Only the features in use. The others have no address. */
const featuresOf = ({ audience, publicUrl, records }: ProviderOptions): Configuration['features'] => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  clientCredentials: { enabled: true },
  revocation: { enabled: true },
  rpInitiatedLogout: { enabled: true, logoutSource: askOrSignOut(publicUrl, records), postLogoutSuccessSource: pageSources.signedOut },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => apiResource,
    useGrantedResource: () => true,
    getResourceServerInfo: (_ctx, resource, client) => {
      if (resource !== apiResource) throw new errors.InvalidTarget();
      const accessTokenTTL = client.clientAuthMethod === 'none' ? lives.accessToken : lives.serviceToken;
      return { scope: apiScope, audience, accessTokenTTL, accessTokenFormat: 'jwt', jwt: { sign: { alg: issuerAlgorithm } } };
    },
  },
});

/** An account, with what it may do now. */
interface KnownAccount extends Account {
  readonly signedIn: SignedIn;
}

/**
 * Called at every step, refreshes included: an account that was disabled or reset after the sign-in is not found, whatever the session or
 * token says. Each use of a refresh token is a use of its session.
 */
function findAccountOf({ signIn, records }: ProviderOptions): Configuration['findAccount'] {
  return async (ctx, accountId, token): Promise<KnownAccount | undefined> => {
    const signedIn = await signIn.account(accountId);
    const issuedFor = (token as { acr?: string } | undefined)?.acr ?? ctx.oidc.session?.acr;
    if (signedIn === null || issuedFor !== generationName(signedIn)) return undefined;
    if (token?.kind === 'RefreshToken') await records.prolongSession((token as { sessionUid?: string }).sessionUid ?? '');
    return { accountId, signedIn, claims: () => ({ sub: accountId }) };
  };
}

/** The account generation of a sign-in; stored with the session and in each token as its context class. */
export const generationName = ({ generation }: Pick<SignedIn, 'generation'>): string => `generation:${generation}`;

async function claimsOf(ctx: KoaContextWithOIDC, token: { kind: string; clientId?: string }, serviceAccounts: ServiceAccounts) {
  if (token.kind === 'AccessToken') return { ...accessClaims((ctx.oidc.account as KnownAccount).signedIn) };
  const account = await serviceAccounts.find(token.clientId ?? '');
  if (!account) throw new errors.InvalidClient('client is disabled');
  return { ...accessClaims(account) };
}
