import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@haven/persistence';
import { createVaultCipher, KeyProblem } from '@haven/security';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { openRegistryDatabase, registryOn } from '../persistence/registry-database.js';
import { resumePublishing } from './resume-publishing.js';

describe('the start of the registry', () => {
  const [first, second, lost] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  let server: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openRegistryDatabase(server.connection);
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  const registryWith = (...keys: Uint8Array[]) => registryOn(database, createVaultCipher(keys));
  const start = (...keys: Uint8Array[]) => resumePublishing(registryWith(...keys));
  const seal = (id: string, ...keys: Uint8Array[]) =>
    registryWith(...keys).transaction(({ records }) =>
      records.put('s', [{ object: 'address', id, properties: {}, links: [], references: [] }]),
    );

  it('refuses another key than that of the first start, even if no place is sealed yet', async () => {
    await start(first);
    await start(first);
    const problem = await start(lost).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(KeyProblem);
    expect((problem as Error).message).toMatch(/^The vault was sealed .* HAVEN_VAULT_KEY=NEW,OLD$/);
  });

  it('accepts a new key beside the old one, and needs each as long as something is sealed with it', async () => {
    await start(second, first);
    await seal('a', second, first);
    await start(second, first);
    await start(first, second);
    await expect(start(first)).rejects.toThrow(KeyProblem);
    await expect(start(second)).rejects.toThrow(KeyProblem);
  });

  it('stores nothing when it refuses', async () => {
    const stored = () => database.dataSource.query('SELECT key, sealed FROM vault.record ORDER BY key');
    const before = await stored();
    await start(lost).catch(() => undefined);
    expect(await stored()).toEqual(before);
  });
});
