import { sequenceFloorTable } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** After a restore, the database can publish events with newer numbers than any before. */
export class SequenceFloor1797600000001 implements MigrationInterface {
  readonly name = 'SequenceFloor1797600000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of sequenceFloorTable('registry')) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.sequence_floor');
  }
}
