import { ErrorResponse, InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { endSessionHere } from '../exit/forget-everything';
import type { Settings } from '../settings';
import { SignInFailed, type Grant, type Provider } from './session';

/** The addresses that the provider redirects to. */
export const signInPaths = { page: '/signed-in', window: '/signed-in/window' } as const;

const windowFeatures = { width: 480, height: 720 };

/**
 * The OpenID provider, with authorization code and PKCE. Tokens stay in memory. The browser stores the state of a sign-in, as PKCE needs
 * it, only while the user is at the provider's page.
 */
export function openIdProvider(settings: Settings): Provider {
  const manager = new UserManager({
    ...clientOf(settings),
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: 'sign-in.' }),
    automaticSilentRenew: true,
    accessTokenExpiringNotificationTimeInSeconds: 60,
    includeIdTokenInSilentRenew: false,
    popupWindowFeatures: windowFeatures,
  });
  return {
    leave: () => manager.signinRedirect({ redirectMethod: 'replace', state: location.pathname, ...inOurLanguage() }).catch(explain),
    return: () =>
      manager
        .signinRedirectCallback()
        .catch(explain)
        .then((user) => goBackTo(user?.state, grantOf(user)))
        .finally(() => forgetSignIns()),
    inWindow: () =>
      manager
        .signinPopup({ prompt: 'login', ...inOurLanguage() })
        .catch(explain)
        .then(grantOf)
        .finally(() => forgetSignIns()),
    renew: () => manager.signinSilent().catch(explain).then(grantOf),
    forget: () => {
      manager.stopSilentRenew();
      void endSession(manager).catch(endSessionHere);
    },
    follow: ({ renewed, ended }) => {
      manager.events.addUserLoaded((user) => renewed(grantOf(user)));
      manager.events.addAccessTokenExpired(() => void manager.signinSilent().catch(ended));
      manager.events.addUserLoaded(() => manager.startSilentRenew());
    },
  };
}

/**
 * Drops the tokens, then ends the session at the provider with all its tokens: the next user of this page has to sign in. The page ignores
 * the provider's answer, so CORS need not allow reading it.
 */
async function endSession(manager: UserManager): Promise<void> {
  const user = await manager.getUser();
  await manager.removeUser();
  const address = await manager.metadataService.getEndSessionEndpoint();
  if (user?.id_token === undefined || address === undefined) return;
  const asked = new URLSearchParams({ id_token_hint: user.id_token });
  await fetch(`${address}?${asked}`, { mode: 'no-cors', credentials: 'include', cache: 'no-store', keepalive: true });
}

const inOurLanguage = () => ({ ui_locales: document.documentElement.lang });

/** The end of a sign-in in a separate window: it notifies the page that opened it, and closes. */
export const finishInWindow = (settings: Settings): Promise<void> => new UserManager(clientOf(settings)).signinPopupCallback();

const clientOf = ({ identityProvider, clientId }: Settings) => ({
  authority: new URL(identityProvider, location.origin).href,
  client_id: clientId,
  redirect_uri: new URL(signInPaths.page, location.origin).href,
  popup_redirect_uri: new URL(signInPaths.window, location.origin).href,
  scope: 'openid',
});

function grantOf(user: User | null | void): Grant {
  if (!user) throw new SignInFailed('refused');
  return { accessToken: user.access_token, subject: user.profile.sub };
}

/** Replaces the address with the provider's code by the previous address. */
function goBackTo(path: unknown, grant: Grant): Grant {
  history.replaceState(null, '', typeof path === 'string' && /^\/[a-z-]*$/.test(path) ? path : '/');
  return grant;
}

/** Also deletes the state of sign-ins that were never finished. */
function forgetSignIns(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('sign-in.')) sessionStorage.removeItem(key);
}

function explain(error: unknown): never {
  if (error instanceof ErrorResponse) throw new SignInFailed('refused');
  if (error instanceof Error && /popup|window/i.test(error.message)) throw new SignInFailed('window-blocked');
  throw new SignInFailed(navigator.onLine && !(error instanceof TypeError) ? 'refused' : 'offline');
}
