import { sequenceFloorTable } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Needs, and whether they were met. It is outside the read model, since no event restores it. A row has neither a key nor an order of its
 * own, so nothing shows which rows came from one question.
 */
export class MatchingDemand1800200000003 implements MigrationInterface {
  name = 'MatchingDemand1800200000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of sequenceFloorTable('matching')) await runner.query(sql);
    await runner.query(`CREATE TABLE matching.demand (
      hour timestamptz NOT NULL, category text NOT NULL, country text, cell text NOT NULL, party text NOT NULL, language text NOT NULL,
      outcome text NOT NULL)`);
    await runner.query('CREATE INDEX demand_by_hour ON matching.demand (hour)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matching.demand, matching.sequence_floor');
  }
}
