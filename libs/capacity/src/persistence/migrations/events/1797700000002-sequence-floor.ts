import { sequenceFloorTable } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const nextAvailability = (next: string): string => `CREATE OR REPLACE FUNCTION capacity.next_availability(service text) RETURNS json
  LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE capacity.availability a SET sequence = ${next} WHERE a.service_id = service;
    RETURN capacity.availability_of(service);
  END $$`;

/** After a restore, the database can publish events with newer numbers than any before, for event consumers and subscribers. */
export class SequenceFloor1797700000002 implements MigrationInterface {
  readonly name = 'SequenceFloor1797700000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of sequenceFloorTable('capacity')) await runner.query(sql);
    await runner.query(nextAvailability('greatest(a.sequence, (SELECT f.floor FROM capacity.sequence_floor f)) + 1'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(nextAvailability('a.sequence + 1'));
    await runner.query('DROP TABLE capacity.sequence_floor');
  }
}
