import { randomBytes } from 'node:crypto';
import { answerKeyRow, answerKeyTable, keptByOrganization, keptBySubject } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored answers belong to a subject in an organization, and no key is stored in plain. Earlier calls can still be repeated. */
export class AnswersByOrganization1798000000001 implements MigrationInterface {
  readonly name = 'AnswersByOrganization1798000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of answerKeyTable('registry', 'haven_registry')) await runner.query(sql);
    await runner.query(answerKeyRow('registry'), [randomBytes(32)]);
    await runner.query('UPDATE registry.idempotent_answer SET body_hash = registry.keyed_hash(body_hash)');
    for (const sql of keptByOrganization('registry')) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of keptBySubject('registry')) await runner.query(sql);
    await runner.query('DROP FUNCTION registry.keyed_hash');
    await runner.query('DROP TABLE registry.answer_key');
  }
}
