import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@haven/persistence';
import { createVaultCipher } from '@haven/security';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { readDirectory } from '../exchange/read-directory.js';
import { openRegistryDatabase, registryOn } from '../persistence/registry-database.js';
import type { ImportLine, ImportSummary } from './import-report.js';
import { loadDirectory } from './load-directory.js';
import type { Registry } from './ports.js';

const shared = new URL('../../../../../shared/', import.meta.url).pathname;

describe('loading a directory', () => {
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

  const whenShared = existsSync(shared) ? it : it.skip;

  whenShared('takes the official example, and takes it again without a change', async () => {
    const first = await loadDirectory(registry, readDirectory(`${shared}hsds/examples/service_full.json`));
    for (const counts of Object.values(first)) expect(counts.read).toBe(counts.stored + counts.unchanged + counts.skipped);
    const service = await registry.transaction(({ entries }) => entries.find('ac148810-d857-441c-9679-408f346de14b'));
    console.log(JSON.stringify(service)?.slice(0, 1500), first);
    const again = await loadDirectory(registry, readDirectory(`${shared}hsds/examples/service_full.json`));
    expect(Object.values(again).map(({ stored }) => stored)).toEqual(Object.values(again).map(() => 0));
  });

  whenShared.each(['washington-dc', 'illinois'])('loads %s: every row is stored or reported', async (name) => {
    const lines: ImportLine[] = [];
    const start = Date.now();
    const first = await loadDirectory(registry, readDirectory(`${shared}real/${name}`), { source: name, onLine: (line) => lines.push(line) });
    const took = Date.now() - start;
    const codes: Record<string, number> = {};
    for (const { code, action } of lines) codes[`${code} ${action}`] = (codes[`${code} ${action}`] ?? 0) + 1;
    console.log(name, took, first, codes);
    const total = (summary: ImportSummary, key: 'read' | 'stored' | 'skipped') => Object.values(summary).reduce((sum, counts) => sum + counts[key], 0);
    for (const counts of Object.values(first)) expect(counts.read).toBe(counts.stored + counts.unchanged + counts.skipped);
    const again = await loadDirectory(registry, readDirectory(`${shared}real/${name}`), { source: name });
    console.log(name, 'again', Date.now() - start - took, again);
    expect(total(again, 'stored')).toBe(0);
  }, 120_000);
});
