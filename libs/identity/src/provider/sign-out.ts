import type { KoaContextWithOIDC, default as Provider } from 'oidc-provider';
import { consoleClient } from './clients.js';
import type { ProviderRecords } from './ports.js';

/**
 * What oidc-provider leaves out of signing out: who is not signed in is sent on at once (it would need a script for that), and
 * who wishes is signed out everywhere.
 */
export function extendSignOut(provider: Provider, publicUrl: string, records: Pick<ProviderRecords, 'endSessionsOf'>): void {
  provider.use(async (ctx, next) => {
    if (ctx.path === '/session/end' && ctx.method === 'GET' && !(await provider.Session.get(ctx as never)).accountId)
      return sendOn(ctx as KoaContextWithOIDC, publicUrl);
    await next();
    if (ctx.path === '/session/end/confirm' && ctx.status === 303) await endEverywhere(ctx as KoaContextWithOIDC, records);
  });
}

function sendOn(ctx: KoaContextWithOIDC, publicUrl: string): void {
  const [asked, state] = [ctx.query['post_logout_redirect_uri'], ctx.query['state']];
  const allowed = consoleClient(publicUrl).post_logout_redirect_uris?.find((uri) => uri === asked);
  const target = new URL(allowed ?? `${publicUrl}/oidc/session/end/success`);
  if (allowed && typeof state === 'string') target.searchParams.set('state', state);
  ctx.status = 303;
  ctx.redirect(target.href);
}

async function endEverywhere({ oidc }: KoaContextWithOIDC, records: Pick<ProviderRecords, 'endSessionsOf'>): Promise<void> {
  const accountId = oidc.session?.accountId;
  if (oidc.params?.['logout'] === 'everywhere' && accountId) await records.endSessionsOf(accountId);
}
