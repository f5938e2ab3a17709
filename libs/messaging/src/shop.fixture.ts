import type { MigrationInterface, QueryRunner } from 'typeorm';
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

/** Waits up to 30 s. */
export const until = async (condition: () => Promise<boolean>) => {
  for (let i = 0; !(await condition()); i++) {
    if (i === 600) throw new Error('It did not come to pass within 30 s.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
