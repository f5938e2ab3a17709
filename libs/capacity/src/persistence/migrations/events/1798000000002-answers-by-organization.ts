import { keptByOrganization, keptBySubject } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const isOf = (table: string, operation: string, id: string): string => `UPDATE capacity.idempotent_answer a
  SET organization = coalesce(held.organization_id, '') FROM capacity.${table} held
  WHERE a.operation = '${operation}' AND held.id = (${id})::uuid`;

/**
 * Stored answers belong to a subject in an organization, and no key is stored in plain. Holds and waitlist entries record who asked for
 * them.
 */
export class AnswersByOrganization1798000000002 implements MigrationInterface {
  readonly name = 'AnswersByOrganization1798000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of keptByOrganization('capacity')) await runner.query(sql);
    await runner.query(isOf('hold', 'holdBeds', `a.answer->'hold'->>'id'`));
    await runner.query(isOf('hold', 'holdGroup', `a.answer->'holds'->0->'hold'->>'id'`));
    await runner.query(isOf('waiting', 'joinWaitlist', `a.answer->>'id'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of keptBySubject('capacity')) await runner.query(sql);
  }
}
