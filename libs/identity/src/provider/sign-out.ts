import type { KoaContextWithOIDC, default as Provider } from 'oidc-provider';
import { providerPath } from './http/addresses.js';
import { consoleClient } from './clients.js';
import { endedSession } from './http/cookies.js';
import { pageSources } from './http/page-sources.js';
import type { ProviderRecords } from './ports.js';

/**
 * Adds two parts of signing out that oidc-provider lacks: it redirects visitors who are not signed in at once, without a script, and can
 * sign a person out everywhere.
 */
export function extendSignOut(provider: Provider, publicUrl: string, records: Pick<ProviderRecords, 'endSessionsOf'>): void {
  provider.use(async (ctx, next) => {
    if (ctx.path === '/session/end' && ctx.method === 'GET' && !(await provider.Session.get(ctx as never)).accountId) {
      const asked = ctx.query['post_logout_redirect_uri'];
      const allowed = consoleClient(publicUrl).post_logout_redirect_uris?.find((uri) => uri === asked);
      return sendOn(ctx, publicUrl, allowed, ctx.query['state']);
    }
    await next();
    if (ctx.path === '/session/end/confirm' && ctx.status === 303) await endEverywhere(ctx as KoaContextWithOIDC, records);
  });
}

/**
 * Asks a person whether to sign out, because any page may have sent them here. A client that presents the person's token is no such page,
 * so it is not asked: the console signs out, and locks, without leaving its page.
 */
export function askOrSignOut(publicUrl: string, records: Pick<ProviderRecords, 'endSession'>) {
  return async (ctx: KoaContextWithOIDC): Promise<void> => {
    const { session, entities, params } = ctx.oidc;
    const meant = (entities as { IdTokenHint?: { payload: { sub?: unknown } } }).IdTokenHint?.payload.sub;
    if (!session?.accountId || meant !== session.accountId) return pageSources.askToSignOut(ctx);
    await records.endSession(session.uid);
    await session.destroy();
    ctx.append('set-cookie', endedSession(publicUrl));
    sendOn(ctx, publicUrl, params?.['post_logout_redirect_uri'] as string | undefined, params?.['state']);
  };
}

/** Redirects to an address that the client registered, or to the provider's own page. */
function sendOn(
  ctx: Pick<KoaContextWithOIDC, 'status' | 'redirect'>,
  publicUrl: string,
  allowed: string | undefined,
  state: unknown,
): void {
  const target = new URL(allowed ?? `${publicUrl}${providerPath}/session/end/success`);
  if (allowed && typeof state === 'string') target.searchParams.set('state', state);
  ctx.status = 303;
  ctx.redirect(target.href);
}

async function endEverywhere({ oidc }: KoaContextWithOIDC, records: Pick<ProviderRecords, 'endSessionsOf'>): Promise<void> {
  const accountId = oidc.session?.accountId;
  if (oidc.params?.['logout'] === 'everywhere' && accountId) await records.endSessionsOf(accountId);
}
