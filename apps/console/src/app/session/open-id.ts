import { ErrorResponse, InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { endSessionHere } from '../exit/forget-everything';
import type { Settings } from '../settings';
import { SignInFailed, type Grant, type Provider } from './session';

/** Where the provider sends the person back to. */
export const signInPaths = { page: '/signed-in', window: '/signed-in/window' } as const;

const windowFeatures = { width: 480, height: 720 };

/**
 * The provider, through authorization code and PKCE. Tokens stay in memory. While the person is at the provider's page, and only then,
 * the browser keeps what belongs to that one sign-in, as PKCE needs it.
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
 * Forgets the tokens, then ends the session at the provider with all its tokens: the next person who opens this page has to sign
 * in. The provider answers with a page that nobody needs, so it need not let us read it.
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

/** The end of a sign-in in a window of its own: tells the page that opened it, and closes. */
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

/** The address with the provider's code goes; the one from before comes back. */
function goBackTo(path: unknown, grant: Grant): Grant {
  history.replaceState(null, '', typeof path === 'string' && /^\/[a-z-]*$/.test(path) ? path : '/');
  return grant;
}

/** A sign-in that was begun and never finished leaves nothing behind either. */
function forgetSignIns(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('sign-in.')) sessionStorage.removeItem(key);
}

function explain(error: unknown): never {
  if (error instanceof ErrorResponse) throw new SignInFailed('refused');
  if (error instanceof Error && /popup|window/i.test(error.message)) throw new SignInFailed('window-blocked');
  throw new SignInFailed(navigator.onLine && !(error instanceof TypeError) ? 'refused' : 'offline');
}
