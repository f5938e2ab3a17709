import { deliveryAttemptTable } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts attempts to handle events. */
export class MatchingDeliveryAttempts1795700000100 implements MigrationInterface {
  name = 'MatchingDeliveryAttempts1795700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deliveryAttemptTable('matching'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matching.delivery_attempt');
  }
}
