import { outboxTraceColumn } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps the trace of a change with the events that tell of it. */
export class OutboxTraces1795800000002 implements MigrationInterface {
  readonly name = 'OutboxTraces1795800000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTraceColumn('capacity'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.outbox DROP COLUMN traceparent');
  }
}
