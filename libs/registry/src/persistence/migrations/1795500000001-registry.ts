import { messagingTables } from '@haven/messaging';
import { idempotencyTable } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hsdsTables } from './hsds-tables.sql.js';
import { registryTables } from './registry-tables.sql.js';
import { vaultTables } from './vault-tables.sql.js';

/** First tables of the registry and the vault. */
export class Registry1795500000001 implements MigrationInterface {
  readonly name = 'Registry1795500000001';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [hsdsTables, registryTables, ...messagingTables('registry'), idempotencyTable('registry'), vaultTables];
    // One statement a query: several in one do not go through the extended protocol everywhere.
    for (const sql of statements.flatMap(split)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA vault CASCADE');
    await runner.query('DROP SCHEMA registry CASCADE');
  }
}

const split = (sql: string): string[] =>
  sql
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean);
