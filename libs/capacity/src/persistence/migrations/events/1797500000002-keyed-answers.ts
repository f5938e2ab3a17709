import { randomBytes } from 'node:crypto';
import { answerKeyRow, answerKeyTable } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hash of what was asked is keyed: of a party, which must be forgotten with its hold, and of a case reference there are so few that
 * a plain hash could be guessed. The key never leaves the database. What was answered before is keyed, too, and can be repeated on.
 */
export class KeyedAnswers1797500000002 implements MigrationInterface {
  readonly name = 'KeyedAnswers1797500000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of answerKeyTable('capacity', 'haven_capacity')) await runner.query(sql);
    await runner.query(answerKeyRow('capacity'), [randomBytes(32)]);
    await runner.query('UPDATE capacity.idempotent_answer SET body_hash = capacity.keyed_hash(body_hash)');
  }

  /** A version that does not know of the key takes a repetition for another call, and does nothing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION capacity.keyed_hash');
    await runner.query('DROP TABLE capacity.answer_key');
  }
}
