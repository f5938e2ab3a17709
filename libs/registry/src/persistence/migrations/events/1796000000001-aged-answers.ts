import { idempotencyIndex } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds stored answers that are old enough to delete. */
export class AgedAnswers1796000000001 implements MigrationInterface {
  readonly name = 'AgedAnswers1796000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(idempotencyIndex('registry'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registry.idempotent_answer_by_age');
  }
}
