import { idempotencyIndex } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds stored answers that are old enough to delete. */
export class AgedAnswers1796000000002 implements MigrationInterface {
  readonly name = 'AgedAnswers1796000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(idempotencyIndex('capacity'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX capacity.idempotent_answer_by_age');
  }
}
