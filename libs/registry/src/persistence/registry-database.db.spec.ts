import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agedAnswers, prune, type Database } from '@haven/persistence';
import { createVaultCipher } from '@haven/security';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { Registry } from '../ports.js';
import type { HsdsRecord } from '../hsds/record.js';
import { relationsOf } from '../hsds/relation.js';
import { openRegistryDatabase, registryOn } from './registry-database.js';

describe('the registry database', () => {
  let server: TestDatabase;
  let database: Database;
  let registry: Registry;

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openRegistryDatabase(server.connection);
    registry = registryOn(database, createVaultCipher([randomBytes(32)]));
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it('has the tables that its entities declare, and opens again', async () => {
    const again = await openRegistryDatabase(server.connection);
    await again.close();
  });

  it('returns a record as it was put, with its nestings', async () => {
    const service: HsdsRecord = {
      object: 'service',
      id: 'ünï:1',
      links: [],
      properties: { name: 'Safe house', minimum_age: 12.5, status: null, unknown: [1, { a: 'b' }], wait_time: 3 },
      references: [{ property: 'organization', object: 'organization', id: 'o' }],
    };
    const found = await registry.transaction(async ({ records }) => {
      await records.put('test', [service]);
      await records.relate(relationsOf(service));
      return { records: await records.get([service]), relations: await records.childrenOf([service]) };
    });
    expect(found.records).toEqual([{ ...service, references: [] }]);
    expect(found.relations).toEqual(relationsOf(service).map((relation) => ({ ...relation, isGiven: false })));
  });

  it('lets its role delete old rows', async () => {
    await database.dataSource.query(
      `INSERT INTO registry.idempotent_answer (subject, operation, key, body_hash, answered_at) VALUES ('s', 'o', 'k', '', now() - interval '8 days')`,
    );
    expect(await prune(database, agedAnswers('registry'))).toBe(false);
    expect(await database.dataSource.query('SELECT 1 FROM registry.idempotent_answer')).toEqual([]);
  });

  it.each(['vault.location', 'registry.answer_key'])('refuses %s to the role of the registry', async (table) => {
    await expect(database.transaction((tx) => tx.query(`SELECT * FROM ${table}`))).rejects.toThrow(/permission denied/);
  });
});
