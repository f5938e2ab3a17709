import { groupRole } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rights of matching on each table. Locking rows, as pruning does, needs the right to change them. */
const rights: Readonly<Record<string, string>> = {
  'SELECT, INSERT, UPDATE, DELETE': 'service, site, bed_state, demand, inbox, handled_sequence, parked_event, delivery_attempt',
  'SELECT, INSERT, UPDATE': 'event_sequence',
  'SELECT, INSERT, DELETE': 'outbox',
  'SELECT, UPDATE': 'relay_lease',
  SELECT: 'sequence_floor',
};

/** A role for all statements of matching. */
export class MatchingRole1800600000003 implements MigrationInterface {
  name = 'MatchingRole1800600000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of groupRole('haven_matching')) await runner.query(sql);
    await runner.query('GRANT USAGE ON SCHEMA matching TO haven_matching');
    for (const [what, tables] of Object.entries(rights)) await runner.query(`GRANT ${what} ON ${inSchema(tables)} TO haven_matching`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tables of Object.values(rights)) await runner.query(`REVOKE ALL ON ${inSchema(tables)} FROM haven_matching`);
    await runner.query('REVOKE USAGE ON SCHEMA matching FROM haven_matching');
  }
}

const inSchema = (tables: string): string => tables.replace(/\w+/g, 'matching.$&');
