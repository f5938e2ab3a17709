import { outboxTraceColumn } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox, which is still empty, gets the columns of the others. */
export class MatchingOutboxTraces1795800000100 implements MigrationInterface {
  name = 'MatchingOutboxTraces1795800000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTraceColumn('matching'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matching.outbox DROP COLUMN traceparent');
  }
}
