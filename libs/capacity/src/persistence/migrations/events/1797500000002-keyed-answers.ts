import { randomBytes } from 'node:crypto';
import { answerKeyRow, answerKeyTable } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hash of a stored request is keyed. There are so few parties, which must be forgotten with their hold, and so few case references that
 * anybody could guess them from a plain hash. The key never leaves the database. Hashes of earlier answers become keyed, too, so those
 * calls can still be repeated.
 */
export class KeyedAnswers1797500000002 implements MigrationInterface {
  readonly name = 'KeyedAnswers1797500000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of answerKeyTable('capacity', 'haven_capacity')) await runner.query(sql);
    await runner.query(answerKeyRow('capacity'), [randomBytes(32)]);
    await runner.query('UPDATE capacity.idempotent_answer SET body_hash = capacity.keyed_hash(body_hash)');
  }

  /** A version that does not know the key takes a repeated call for a new one, and does nothing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION capacity.keyed_hash');
    await runner.query('DROP TABLE capacity.answer_key');
  }
}
