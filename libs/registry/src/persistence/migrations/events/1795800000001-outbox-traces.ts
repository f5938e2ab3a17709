import { outboxTraceColumn } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores the trace of a change with its events. */
export class OutboxTraces1795800000001 implements MigrationInterface {
  readonly name = 'OutboxTraces1795800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTraceColumn('registry'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registry.outbox DROP COLUMN traceparent');
  }
}
