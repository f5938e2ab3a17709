import { messagingTables } from '@haven/messaging';
import { groupRole, idempotencyTable } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hsdsTables } from './hsds-tables.sql.js';
import { registryTables } from './registry-tables.sql.js';
import { statementsOf } from '../statements.js';
import { vaultTables } from './vault-tables.sql.js';

/** First tables of the registry and the vault. */
export class Registry1795500000001 implements MigrationInterface {
  readonly name = 'Registry1795500000001';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [hsdsTables, registryTables, ...messagingTables('registry'), idempotencyTable('registry'), vaultTables];
    const roles = ['haven_registry', 'haven_vault'].flatMap(groupRole);
    for (const sql of [...roles, ...statements.flatMap(statementsOf)]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA vault CASCADE');
    await runner.query('DROP SCHEMA registry CASCADE');
  }
}
