import type { Adapter, ClientMetadata } from 'oidc-provider';
import { consoleClientId, returnPaths } from './http/addresses.js';
import type { ServiceAccount, ServiceAccounts } from './ports.js';

/** The console at the public address. */
export const consoleClient = (publicUrl: string): ClientMetadata => ({
  client_id: consoleClientId,
  client_name: 'Haven',
  // A native client would have to ask for consent each time.
  application_type: 'web',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: returnPaths.map((path) => `${publicUrl}${path}`),
  post_logout_redirect_uris: [`${publicUrl}/`],
});

const serviceClient = ({ id, keys }: ServiceAccount): ClientMetadata => ({
  client_id: id,
  token_endpoint_auth_method: 'private_key_jwt',
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  jwks: keys,
});

/** Clients that are not configured here: the service accounts, read each time, so that a disabled one stops at once. */
export function serviceClients(accounts: ServiceAccounts): Adapter {
  const never = () => Promise.reject(new Error('Only the command line changes service accounts.'));
  return {
    find: async (id) => {
      const account = await accounts.find(id);
      return account ? { ...serviceClient(account) } : undefined;
    },
    findByUid: () => Promise.resolve(undefined),
    findByUserCode: () => Promise.resolve(undefined),
    upsert: never,
    consume: never,
    destroy: never,
    revokeByGrantId: never,
  };
}
