import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eventually } from './contract/transport.contract.js';
import { deliveryAttemptTable, messagingTables, outboxTraceColumn, sequenceFloorTable } from './index.js';

/** A schema with an outbox, an inbox, and one table that shows the effect of each event. */
export class Shop1 implements MigrationInterface {
  name = 'Shop1790000000001';
  async up(runner: QueryRunner) {
    const later = [deliveryAttemptTable('shop'), outboxTraceColumn('shop'), ...sequenceFloorTable('shop')];
    for (const sql of [...messagingTables('shop'), ...later]) await runner.query(sql);
    await runner.query('CREATE TABLE shop.effect (n bigint GENERATED ALWAYS AS IDENTITY, event_id uuid, event_key text, sequence int)');
  }
  async down() {}
}

/** Waits up to 30 s, then throws. */
export const until = (condition: () => Promise<boolean>): Promise<void> => eventually('it comes to pass', condition);
