import { err, ok, type Result } from '@haven/kernel';
import type { Role } from '@haven/security';
import { consoleClientId } from '../provider/http/addresses.js';
import type { ServiceAccountRecord, ServiceAccountStore } from './ports.js';
import { readPublicKey } from './public-key.js';

const form = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;
const keysMaximum = 5;
const unknown = (id: string) => `There is no service account ${id}. To see all: npm run haven -- service-account list`;

/** The service account to add. */
export interface AddServiceAccountCommand {
  readonly id: string;
  readonly role: Role;
  readonly organizationId: string | null;
  /** Its first public key, as text. */
  readonly key: string;
}

type Managed = Promise<Result<ServiceAccountRecord, string>>;

/** Adds a service account. Every error says what to do. */
export async function addServiceAccount(store: ServiceAccountStore, command: AddServiceAccountCommand): Managed {
  const { id, role, organizationId } = command;
  if (!form.test(id) || id === consoleClientId) return err('The name of a service account has 3 to 40 small letters, digits and dashes.');
  if (role === 'PROVIDER' && organizationId === null) return err('A provider works for one organization: add --organization ID.');
  const key = await readPublicKey(command.key);
  if (!key.ok) return key;
  const account = { id, role, organizationId, keys: [key.value], disabled: false };
  return (await store.add(account)) ? ok(account) : err(`There is a service account ${id} already. Choose another name.`);
}

/** Adds a public key beside the existing ones, so that a new key can be used before the old one is removed. */
export async function addServiceKey(store: ServiceAccountStore, { id, key }: { id: string; key: string }): Managed {
  const read = await readPublicKey(key);
  if (!read.ok) return read;
  const known = (account: ServiceAccountRecord) => account.keys.some(({ kid }) => kid === read.value.kid);
  const isFull = (account: ServiceAccountRecord) => !known(account) && account.keys.length >= keysMaximum;
  let full = false;
  const changed = await store.change(id, (account) => {
    full = isFull(account);
    return full || known(account) ? account : { ...account, keys: [...account.keys, read.value] };
  });
  if (full) return err(`A service account has ${keysMaximum} keys at most. Remove one: npm run haven -- service-account remove-key`);
  return changed ? ok(changed) : err(unknown(id));
}

/** Removes a public key: its signatures become invalid. The last key stays; disable the account instead. */
export async function removeServiceKey(store: ServiceAccountStore, { id, keyId }: { id: string; keyId: string }): Managed {
  let problem: string | null = null;
  const changed = await store.change(id, (account) => {
    const keys = account.keys.filter(({ kid }) => kid !== keyId);
    if (keys.length === account.keys.length) problem = `${id} has no key ${keyId}. To see its keys: npm run haven -- service-account list`;
    else if (keys.length === 0) problem = `This is the last key of ${id}. Add another one first, or disable it.`;
    return problem === null ? { ...account, keys } : account;
  });
  if (!changed) return err(unknown(id));
  return problem === null ? ok(changed) : err(problem);
}

/** The account gets no more tokens. */
export async function disableServiceAccount(store: ServiceAccountStore, id: string): Managed {
  const changed = await store.change(id, (account) => ({ ...account, disabled: true }));
  return changed ? ok(changed) : err(unknown(id));
}
