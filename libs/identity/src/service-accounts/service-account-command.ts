import type { ControlMessage, ServiceAccountRequest } from '@haven/config';
import { err, type Result } from '@haven/kernel';
import { Role } from '@haven/security';
import { addServiceAccount, addServiceKey, disableServiceAccount, removeServiceKey } from './manage-service-accounts.js';
import type { ServiceAccountRecord, ServiceAccountStore } from './ports.js';

/** What the command needs from the process. */
export interface ServiceAccountCommandOptions {
  /** Whether the directory has this organization. With a mistyped one, a provider would see nothing at all. */
  readonly hasOrganization: (id: string) => Promise<boolean>;
}

/** The command `service-account`. It answers the accounts that it lists or has changed. A rejection says what to do. */
export const serviceAccountCommand =
  (store: ServiceAccountStore, { hasOrganization }: ServiceAccountCommandOptions) =>
  async (request: ServiceAccountRequest, tell: (message: ControlMessage) => Promise<void>): Promise<void> => {
    if (request.action === 'list') return tell({ result: (await store.list()).map(told) });
    if (request.action === 'add' && request.organizationId !== null && !(await hasOrganization(request.organizationId)))
      throw new Error(`The directory has no organization ${request.organizationId}. Import or register it first, or correct the id.`);
    const changed = await change(store, request);
    if (!changed.ok) throw new Error(changed.error);
    return tell({ result: [told(changed.value)] });
  };

/** Keys are shown by name; people cannot read the keys themselves. */
const told = ({ keys, ...account }: ServiceAccountRecord) => ({ ...account, keys: keys.map(({ kid }) => kid) });

async function change(
  store: ServiceAccountStore,
  request: Exclude<ServiceAccountRequest, { action: 'list' }>,
): Promise<Result<ServiceAccountRecord, string>> {
  switch (request.action) {
    case 'add': {
      const role = Object.values(Role).find((name) => name === request.role.toUpperCase());
      return role
        ? addServiceAccount(store, { ...request, role })
        : err('--role takes caseworker, hotline, provider, coordinator or auditor.');
    }
    case 'add-key':
      return addServiceKey(store, request);
    case 'remove-key':
      return removeServiceKey(store, request);
    case 'disable':
      return disableServiceAccount(store, request.id);
  }
}
