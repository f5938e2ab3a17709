import type { Grant, KoaContextWithOIDC } from 'oidc-provider';
import { apiResource, apiScope } from './http/addresses.js';

/** The console belongs to Haven, so nobody is asked for consent. All tokens of a session hang on one grant. */
export async function loadGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, session, account, provider } = ctx.oidc;
  if (!client || !session || !account) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant = known ? await provider.Grant.find(known) : undefined;
  if (grant && grant.accountId === account.accountId) return grant;
  const fresh = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  fresh.addOIDCScope('openid');
  fresh.addResourceScope(apiResource, apiScope);
  await fresh.save();
  return fresh;
}
