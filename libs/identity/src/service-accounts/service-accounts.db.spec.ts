import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { openIdentityDatabase } from '../persistence/identity-database.js';
import { serviceAccountStore } from '../persistence/service-accounts.js';
import { addServiceAccount, addServiceKey, disableServiceAccount, removeServiceKey } from './manage-service-accounts.js';

const newKey = () => generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString();

describe('service accounts', () => {
  let server: TestDatabase;
  let database: Database;
  let store: ReturnType<typeof serviceAccountStore>;
  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openIdentityDatabase(server.connection);
    store = serviceAccountStore(database);
  });
  afterAll(async () => {
    await database?.close();
    await server?.close();
  });
  const id = 'bridge';
  beforeEach(async () => {
    await database.dataSource.query('DELETE FROM identity.service_account');
    await addServiceAccount(store, { id, role: 'PROVIDER', organizationId: 'org-1', key: newKey() });
  });
  const keysOf = async () => (await store.list())[0]!.keys.map(({ kid }) => kid);

  it('are found with every key until they are disabled', async () => {
    await addServiceKey(store, { id, key: newKey() });
    expect(await store.find(id)).toMatchObject({
      id,
      role: 'PROVIDER',
      organizationId: 'org-1',
      keys: { keys: [{ alg: 'EdDSA' }, { alg: 'EdDSA' }] },
    });
    await disableServiceAccount(store, id);
    expect(await store.find(id)).toBeNull();
  });

  it('have at least one key and at most five, each only once', async () => {
    const [first] = await keysOf();
    expect(await removeServiceKey(store, { id, keyId: first! })).toMatchObject({ ok: false, error: expect.stringContaining('last key') });
    const key = newKey();
    for (let times = 0; times < 2; times++) expect((await addServiceKey(store, { id, key })).ok).toBe(true);
    expect(await keysOf()).toHaveLength(2);
    expect((await removeServiceKey(store, { id, keyId: first! })).ok).toBe(true);
    expect(await keysOf()).not.toContain(first);
    for (let more = 0; more < 4; more++) await addServiceKey(store, { id, key: newKey() });
    expect(await addServiceKey(store, { id, key: newKey() })).toMatchObject({ ok: false, error: expect.stringContaining('5 keys') });
  });

  it('lose no key to a concurrent change', async () => {
    await Promise.all([newKey(), newKey(), newKey()].map((key) => addServiceKey(store, { id, key })));
    expect(await keysOf()).toHaveLength(4);
  });

  it.each<[string, () => Promise<{ ok: boolean }>]>([
    ['a name that is taken', () => addServiceAccount(store, { id, role: 'AUDITOR', organizationId: null, key: newKey() })],
    [
      'the name of the console',
      () => addServiceAccount(store, { id: 'haven-console', role: 'AUDITOR', organizationId: null, key: newKey() }),
    ],
    ['a provider of nobody', () => addServiceAccount(store, { id: 'other', role: 'PROVIDER', organizationId: null, key: newKey() })],
    ['an unknown one', () => disableServiceAccount(store, 'nobody')],
    ['an unknown key', () => removeServiceKey(store, { id, keyId: 'nothing' })],
  ])('refuse %s', async (_, act) => {
    expect((await act()).ok).toBe(false);
    expect(await store.list()).toHaveLength(1);
  });
});
