import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@haven/persistence';
import { createVaultCipher, KeyProblem } from '@haven/security';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { openRegistryDatabase, registryOn } from '../persistence/registry-database.js';
import type { HsdsRecord } from '../hsds/record.js';
import { resealVault } from './reseal-vault.js';
import { resumePublishing } from '../publishing/resume-publishing.js';

const place = (id: string): HsdsRecord => ({ object: 'address', id, properties: { city: id }, links: [], references: [] });

describe('a new key of the vault', () => {
  const [older, newer] = [randomBytes(32), randomBytes(32)];
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
  beforeEach(() => database.dataSource.query('DELETE FROM vault.record'));

  const registryWith = (...keys: Uint8Array[]) => registryOn(database, createVaultCipher(keys));
  const seal = (ids: readonly string[], ...keys: Uint8Array[]) =>
    registryWith(...keys).transaction(({ records }) => records.put('s', ids.map(place)));
  const reseal = async () => {
    const lines: string[] = [];
    await resealVault(registryWith(newer, older), (line) => lines.push(line));
    return lines;
  };
  const stored = () => database.dataSource.query<unknown[]>('SELECT key, sealed FROM vault.record ORDER BY key');

  it('makes the older key unnecessary once everything is resealed, and everything reads the same', async () => {
    await resumePublishing(registryWith(older));
    await seal(['a', 'b'], older);
    const read = (...keys: Uint8Array[]) =>
      registryWith(...keys).transaction(
        async ({ records, vault }) => [await records.get(['a', 'b', 'c'].map(place)), await vault.fingerprint('text')] as const,
      );
    const before = await read(older);

    await resumePublishing(registryWith(newer, older));
    await seal(['c'], newer, older);
    await expect(resumePublishing(registryWith(newer))).rejects.toThrow(KeyProblem);
    // Two places, and the record that identifies the key of an empty vault.
    expect(await reseal()).toEqual([expect.stringMatching(/newest key \(3 records\)\. The older keys are not needed/)]);

    await resumePublishing(registryWith(newer));
    const [places, fingerprint] = await read(newer);
    expect(places).toEqual([...before[0], place('c')]);
    expect(fingerprint).toBe(before[1]);
    await expect(resumePublishing(registryWith(older))).rejects.toThrow(KeyProblem);
  });

  it('changes nothing if there is nothing to do', async () => {
    await seal(['a'], newer);
    const before = await stored();
    expect(await reseal()).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('goes through many records, leaves damaged ones, and keeps needing their key', async () => {
    await seal(
      Array.from({ length: 250 }, (_, n) => `place-${n}`),
      older,
    );
    await database.dataSource.query(`UPDATE vault.record SET sealed = set_byte(sealed, 90, get_byte(sealed, 90) # 1) WHERE id = 'place-7'`);
    expect(await reseal()).toEqual([expect.stringMatching(/^1 sealed records .* Keep the older keys\.$/)]);
    const [row] = await database.dataSource.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM vault.record GROUP BY substring(sealed FROM 1 FOR 9) ORDER BY n DESC',
    );
    expect(row).toEqual({ n: 249 });
    await expect(resumePublishing(registryWith(newer))).rejects.toThrow(KeyProblem);
  });
});
