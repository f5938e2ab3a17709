import { sequenceFloorTable } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A database that went back to a backup can tell what is newer than all that was told. */
export class SequenceFloor1797600000001 implements MigrationInterface {
  readonly name = 'SequenceFloor1797600000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of sequenceFloorTable('registry')) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.sequence_floor');
  }
}
