import { deliveryAttemptTable } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts delivery attempts of events. */
export class DeliveryAttempts1795700000002 implements MigrationInterface {
  readonly name = 'DeliveryAttempts1795700000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deliveryAttemptTable('capacity'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE capacity.delivery_attempt');
  }
}
